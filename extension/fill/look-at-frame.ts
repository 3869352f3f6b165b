import { ownLabel } from "./own-label.ts";
import { isSeen } from "./seen-by-person.ts";
import { deepFocus, shadowOf } from "./shadow.ts";
import type { FieldSight, FrameSight } from "./sight.ts";
import { textAround } from "./text-around.ts";
import { hasValue, isEmpty, isLocked, isTypedInto, type TypedInto } from "./typed-into.ts";

/** A frame as it is seen, and the elements that its fields are, in the same order. */
export interface SeenFrame {
  sight: FrameSight;
  elements: TypedInto[];
}

/** Elements that are looked through; a page of more is no form. */
const mostElements = 30_000;

/** Looks at the fields of this frame that a person can see, in shadow trees too, in the order of the document. */
export function lookAtFrame(): SeenFrame {
  const elements = seenFields(document);
  const focused = deepFocus();
  const numbers = new Map<Node, number>();
  return {
    elements,
    sight: {
      origin: self.origin,
      ancestors: ancestors(),
      title: document.title,
      fields: elements.map((element) => ({
        ...sightOf(element),
        focused: element === focused,
        within: withinOf(element, numbers),
      })),
    },
  };
}

function sightOf(element: TypedInto): Omit<FieldSight, "focused" | "within"> {
  const { x, y, width, height } = element.getBoundingClientRect();
  const said = (name: string) => element.getAttribute(name) ?? "";
  // Some password managers ask pages to tell them what a field is for.
  const toldManagers = /otp|one-time/.test(said("data-form-type")) ? " one-time-code" : "";
  return {
    type: element instanceof HTMLInputElement ? element.type : hasValue(element) ? "textarea" : "editable",
    autocomplete: said("autocomplete") + toldManagers,
    name: said("name"),
    id: element.id,
    label: ownLabel(element),
    placeholder: said("placeholder"),
    inputMode: element.inputMode,
    pattern: said("pattern"),
    maxLength: hasValue(element) ? element.maxLength : -1,
    minLength: hasValue(element) ? element.minLength : -1,
    box: { x, y, width, height },
    empty: isEmpty(element),
    locked: isLocked(element),
    around: textAround(element),
  };
}

function seenFields(root: Document | ShadowRoot): TypedInto[] {
  const found: TypedInto[] = [];
  const all = root.querySelectorAll("*");
  for (let at = 0; at < Math.min(all.length, mostElements); at++) {
    const element = all[at];
    if (!element) continue;
    if (isTypedInto(element) && isSeen(element)) found.push(element);
    const shadow = shadowOf(element);
    if (shadow) found.push(...seenFields(shadow));
  }
  return found;
}

/** What an element lies in, the nearest first, through shadow trees; the same number for the same element. */
function withinOf(element: Element, numbers: Map<Node, number>): number[] {
  const within: number[] = [];
  for (
    let each: Node | null = element.parentNode;
    each;
    each = each instanceof ShadowRoot ? each.host : each.parentNode
  ) {
    if (!numbers.has(each)) numbers.set(each, numbers.size);
    within.push(numbers.get(each) ?? 0);
  }
  return within;
}

/** The pages around this frame. Where the browser does not tell them, those that are not of this origin stay unknown. */
function ancestors(): string[] {
  if (location.ancestorOrigins) return [...location.ancestorOrigins];
  const found: string[] = [];
  for (let frame: Window = window; frame !== frame.top; frame = frame.parent) {
    try {
      found.push((frame.parent as Window & { origin: string }).origin);
    } catch {
      found.push("null");
    }
  }
  return found;
}
