/** Scrolls to where an element begins, where that is out of view above: what was there before it may have been scrolled. */
export function revealStart(element: Element): void {
  const { top } = element.getBoundingClientRect();
  for (let around = outerOf(element); around; around = outerOf(around)) {
    const edge = around === document.documentElement ? 0 : around.getBoundingClientRect().top;
    if (around.scrollTop > 0 && top < edge) {
      element.scrollIntoView({ block: "start" });
      return;
    }
  }
}

function outerOf(element: Element): Element | null {
  const root = element.getRootNode();
  return element.parentElement ?? (root instanceof ShadowRoot ? root.host : null);
}
