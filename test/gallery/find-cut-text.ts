/**
 * In a page: texts and controls that nobody can see whole. What a box hides at its side, what lies outside of the window with
 * nothing to scroll it in, and what is cut although it is no name (which may be cut where its `title` says all of it).
 */
export function findCutText(): string[] {
  const found: string[] = [];
  const say = (element: Element, why: string) =>
    found.push(`${why}: ${element.tagName.toLowerCase()}.${element.className} "${element.textContent?.slice(0, 40)}"`);
  const scrolls = (element: Element, side: "overflowX" | "overflowY") =>
    ["auto", "scroll"].includes(getComputedStyle(element)[side]);
  const hasScroller = (element: Element, side: "overflowX" | "overflowY") => {
    for (let at = element.parentElement; at && at !== document.body; at = at.parentElement) {
      if (scrolls(at, side)) return true;
    }
    return document.documentElement.dataset.surface === undefined;
  };
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    const { width, height, left, right, bottom } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1 || !element.checkVisibility() || element.closest("svg, [aria-hidden=true]")) continue;
    const style = getComputedStyle(element);
    // What scrolls down shall not scroll aside as well; the row of tags is made to.
    if (
      scrolls(element, "overflowY") &&
      element.scrollWidth > element.clientWidth + 1 &&
      !element.matches(".tag-choice")
    ) {
      say(element, "scrolls to the side");
    }
    const isTextField = element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement;
    const isCut = element.scrollWidth > element.clientWidth + 1 && ["hidden", "clip"].includes(style.overflowX);
    if (isCut && !isTextField && element.title === "" && !element.closest("[title]")) say(element, "cut at its side");
    if (element instanceof HTMLInputElement && element.placeholder !== "" && element.value === "") {
      const context = document.createElement("canvas").getContext("2d");
      if (context) context.font = getComputedStyle(element, "::placeholder").font;
      const room = element.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      if ((context?.measureText(element.placeholder).width ?? 0) > room + 1) say(element, "hint cut");
    }
    const isLeaf = element.matches("button, a, input, select, label, p, h1, h2, h3, small, b, li, span");
    if (!isLeaf) continue;
    if ((left < -1 || right > innerWidth + 1) && !hasScroller(element, "overflowX")) say(element, "outside at a side");
    if (bottom > innerHeight + 1 && !hasScroller(element, "overflowY")) say(element, "below the window");
  }
  return found;
}
