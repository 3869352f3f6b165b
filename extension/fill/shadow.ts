/** The shadow tree of an element. A closed one opens to an extension: by Chrome's `dom`, by a property in Firefox. */
export function shadowOf(element: Element): ShadowRoot | null {
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

/** The element that has the focus, in whichever shadow tree. */
export function deepFocus(): Element | null {
  let focused = document.activeElement;
  for (;;) {
    const inner = focused && shadowOf(focused)?.activeElement;
    if (!inner) return focused;
    focused = inner;
  }
}
