/** Pixels: what is smaller shows nobody anything. */
const leastSeen = 4;
const leastOpacity = 0.05;
/** As many boxes are drawn for a code, with one unseen field over all of them. */
const boxesBelow = { least: 4, most: 10 };

/**
 * Whether a person sees a field, as far as the page's own styles tell. What is transparent is seen where it lies over boxes
 * that are drawn for the digits: some sites put one field over them.
 */
export function isSeen(element: HTMLElement): boolean {
  const { width, height } = seenPart(element);
  if (width < leastSeen || height < leastSeen) return false;
  if (!element.checkVisibility({ visibilityProperty: true }) || isCutAway(element)) return false;
  if (element.tabIndex < 0 && closest(element, "[aria-hidden=true]")) return false;
  return opacityOf(element) >= leastOpacity || liesOverBoxes(element);
}

/** The part of its box that is inside the page and inside all that cuts it off. */
function seenPart(element: HTMLElement): { width: number; height: number } {
  let { left, top, right, bottom } = element.getBoundingClientRect();
  const size = document.scrollingElement;
  left = Math.max(left, -scrollX);
  top = Math.max(top, -scrollY);
  if (size) right = Math.min(right, Math.max(size.scrollWidth, innerWidth) - scrollX);
  let { position } = getComputedStyle(element);
  for (let outer = parentOf(element); outer && position !== "fixed"; outer = parentOf(outer)) {
    const style = getComputedStyle(outer);
    // What is placed in something further out is not cut off by what lies between.
    if (position === "absolute" && style.position === "static" && style.transform === "none") continue;
    position = style.position;
    if (outer === document.body || outer === document.documentElement) continue;
    const box = outer.getBoundingClientRect();
    if (/hidden|clip/.test(style.overflowX)) [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
    if (/hidden|clip/.test(style.overflowY)) [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
  }
  return { width: right - left, height: bottom - top };
}

/** By `clip` and `clip-path`, as texts for screen readers are. */
function isCutAway(element: HTMLElement): boolean {
  for (let each: HTMLElement | null = element; each; each = parentOf(each)) {
    const { clip, clipPath } = getComputedStyle(each);
    if (
      /^rect\((0px,? ?){4}\)$|^rect\((1px,? ?){4}\)$/.test(clip) ||
      /^inset\((50|100)%\)$|^circle\(0/.test(clipPath)
    ) {
      return true;
    }
  }
  return false;
}

function opacityOf(element: HTMLElement): number {
  let opacity = 1;
  for (let each: HTMLElement | null = element; each; each = parentOf(each))
    opacity *= Number(getComputedStyle(each).opacity);
  return opacity;
}

/** Whether boxes alike, beside each other, are drawn under it; fields that are typed into themselves are not drawn for it. */
function liesOverBoxes(element: HTMLElement): boolean {
  const field = element.getBoundingClientRect();
  let outer = parentOf(element);
  for (let height = 0; outer && height < 3; height++, outer = parentOf(outer)) {
    if (opacityOf(outer) < leastOpacity) return false;
    const below = [...outer.querySelectorAll<HTMLElement>("*")].filter(
      (each) => each !== element && isDrawnIn(each, field),
    );
    const alike = Map.groupBy(below, (each) => {
      const { top, width } = each.getBoundingClientRect();
      return `${Math.round(top / 4)} ${Math.round(width / 4)}`;
    });
    const rows = [...alike.values()].map(
      (row) => new Set(row.map((each) => Math.round(each.getBoundingClientRect().left))),
    );
    if (rows.some(({ size }) => size >= boxesBelow.least && size <= boxesBelow.most)) return true;
  }
  return false;
}

function isDrawnIn(element: HTMLElement, { left, right, top, bottom, width }: DOMRect): boolean {
  const box = element.getBoundingClientRect();
  const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
  const isInside = x > left && x < right && y > top - 4 && y < bottom + 4;
  const isTyped = element instanceof HTMLInputElement && !element.readOnly && !element.disabled;
  return isInside && box.width >= 8 && box.width < width / 2 && !isTyped && opacityOf(element) >= leastOpacity;
}

function closest(element: HTMLElement, selector: string): Element | null {
  for (let each: HTMLElement | null = element; each; each = parentOf(each)) if (each.matches(selector)) return each;
  return null;
}

/** What an element is drawn in: its slot's tree and its host, where it has one. */
function parentOf(element: Element): HTMLElement | null {
  const slot = element.assignedSlot;
  const parent = slot ?? element.parentNode;
  const next = parent instanceof ShadowRoot ? parent.host : parent;
  return next instanceof HTMLElement ? next : null;
}
