/**
 * In a page: what a reader has to scroll aside for (WCAG 2.2, 1.4.10), the page itself or anything in it that is wider than
 * its window, and texts that a box cuts off. What scrolls in a box of its own, such as a block of code, is no fault.
 */
export function findOutside(): string[] {
  const found: string[] = [];
  const over = document.documentElement.scrollWidth - document.documentElement.clientWidth;
  if (over > 0) found.push(`${over} px wider than its window`);
  const scrolls = (element: Element) => ["auto", "scroll"].includes(getComputedStyle(element).overflowX);
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    const { width, height, left, right } = element.getBoundingClientRect();
    if (width <= 1 || height <= 1 || !element.checkVisibility() || element.closest(".visually-hidden")) continue;
    let isScrolled = false;
    for (let at: Element | null = element; at && at !== document.body; at = at.parentElement) {
      isScrolled ||= scrolls(at);
    }
    const say = (why: string) => {
      const { tagName, className, textContent } = element;
      found.push(`${why}: ${tagName.toLowerCase()}.${String(className)} "${textContent?.slice(0, 40)}"`);
    };
    const isOutside = left < -1 || right > document.documentElement.clientWidth + 1;
    if (isOutside && !isScrolled) say(`outside by ${Math.round(Math.max(-left, right - innerWidth))} px`);
    const isCut = element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX === "hidden";
    if (isCut && element.title === "") say("cut");
    // A field that stands out of the box around it.
    const around = element.parentElement?.closest(".card, .way-in, dialog");
    if (!around || isScrolled || getComputedStyle(element).position === "absolute") continue;
    const box = around.getBoundingClientRect();
    if (left < box.left - 1 || right > box.right + 1) say("stands out of its card");
  }
  return found.slice(0, 8);
}
