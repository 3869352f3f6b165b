import type { FieldSight, FrameSight } from "./sight.ts";

/** A frame as it is seen, and the elements that its fields are, in the same order. */
export interface SeenFrame {
  sight: FrameSight;
  elements: HTMLInputElement[];
}

/** Elements that are looked through; a page of more is no form. */
const mostElements = 30_000;
/** Characters of the text around a field: enough to say what it is for, too little to take in the rest of the page. */
const around = { least: 40, most: 700, highest: 8 };

/** Looks at the fields of this frame that a person can see and type into, in shadow trees too. */
export function lookAtFrame(): SeenFrame {
  const elements = visibleInputs(document);
  const focused = deepFocus();
  return {
    elements,
    sight: {
      address: location.href,
      ancestors: ancestors(),
      fields: elements.map((element) => sightOf(element, focused)),
    },
  };
}

/** Whether it is a field that a code could be typed into. */
export function isTypedInto(element: Element): element is HTMLInputElement {
  return (
    element instanceof HTMLInputElement &&
    !/^(hidden|checkbox|radio|button|submit|reset|file|image|range|color)$/.test(element.type)
  );
}

function sightOf(element: HTMLInputElement, focused: Element | null): FieldSight {
  const { x, y, width, height } = element.getBoundingClientRect();
  return {
    type: element.type,
    autocomplete: element.getAttribute("autocomplete") ?? "",
    name: element.name,
    id: element.id,
    label: labelOf(element),
    placeholder: element.placeholder,
    inputMode: element.inputMode,
    pattern: element.pattern,
    maxLength: element.maxLength,
    box: { x, y, width, height },
    focused: element === focused,
    empty: element.value === "",
    around: `${document.title} ${textAround(element)}`,
  };
}

function visibleInputs(root: Document | ShadowRoot): HTMLInputElement[] {
  const found: HTMLInputElement[] = [];
  const all = root.querySelectorAll("*");
  for (let at = 0; at < Math.min(all.length, mostElements); at++) {
    const element = all[at];
    if (!element) continue;
    if (isTypedInto(element) && isUsable(element)) found.push(element);
    const shadow = shadowOf(element);
    if (shadow) found.push(...visibleInputs(shadow));
  }
  return found;
}

function isUsable(element: HTMLInputElement): boolean {
  const { right, bottom, width, height } = element.getBoundingClientRect();
  const isInPage = right + scrollX > 0 && bottom + scrollY > 0;
  return (
    !element.disabled &&
    !element.readOnly &&
    width > 1 &&
    height > 1 &&
    isInPage &&
    element.checkVisibility({ visibilityProperty: true })
  );
}

/** A closed shadow tree opens to an extension: by Chrome's `dom`, by a property in Firefox. */
function shadowOf(element: Element): ShadowRoot | null {
  if (element.shadowRoot || !(element instanceof HTMLElement)) return element.shadowRoot;
  const { chrome } = globalThis as {
    chrome?: { dom?: { openOrClosedShadowRoot(of: HTMLElement): ShadowRoot | null } };
  };
  return (
    chrome?.dom?.openOrClosedShadowRoot(element) ??
    (element as HTMLElement & { openOrClosedShadowRoot?: ShadowRoot | null }).openOrClosedShadowRoot ??
    null
  );
}

function deepFocus(): Element | null {
  let focused = document.activeElement;
  for (;;) {
    const inner = focused && shadowOf(focused)?.activeElement;
    if (!inner) return focused;
    focused = inner;
  }
}

function labelOf(element: HTMLInputElement): string {
  const root = element.getRootNode() as Document | ShadowRoot;
  const named = (attribute: string) =>
    (element.getAttribute(attribute) ?? "")
      .split(/\s+/)
      .map((id) => (id && root.getElementById?.(id)?.textContent) || "");
  const labels = [...(element.labels ?? [])].map((label) => label.textContent ?? "");
  const legend = element.closest("fieldset")?.querySelector("legend")?.textContent ?? "";
  return [
    ...labels,
    element.getAttribute("aria-label") ?? "",
    ...named("aria-labelledby"),
    ...named("aria-describedby"),
    element.title,
    legend,
  ]
    .join(" ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 300);
}

/** The text of the smallest part around a field that has a heading, or else says something. */
function textAround(element: Element): string {
  let part: Node = element;
  let text = "";
  for (let height = 0; height < around.highest; height++) {
    const outer: Node | null = part.parentNode ?? (part instanceof ShadowRoot ? part.host : null);
    if (!outer || outer === document) break;
    part = outer;
    const next = textOf(part);
    if (next.length > around.most && text.length >= around.least) break;
    text = next.slice(0, around.most);
    const hasHeading = part instanceof Element && part.querySelector("h1, h2, h3, [role=heading]") !== null;
    if (hasHeading && text.length >= around.least) break;
  }
  return text;
}

function textOf(part: Node): string {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let text = "";
  while (text.length <= around.most && texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (!parentElement || /^(script|style|noscript|template|option)$/i.test(parentElement.tagName)) continue;
    const piece = (nodeValue ?? "").replace(/\s+/g, " ").trim();
    if (piece !== "") text += `${piece} `;
  }
  return text;
}

/** The pages around this frame. Where the browser does not tell them, those that are not of this origin stay unknown. */
function ancestors(): string[] {
  if (location.ancestorOrigins) return [...location.ancestorOrigins];
  const found: string[] = [];
  for (let frame: Window = window; frame !== frame.top; frame = frame.parent) {
    try {
      found.push(frame.parent.location.href);
    } catch {
      found.push("null");
    }
  }
  return found;
}
