let sheet: CSSStyleSheet | undefined;
const showing = new Set<Element>();

/** While an element shows recovery codes, printing the page prints them and nothing else of the page. */
export function printCodesAlone(element: Element, shows: boolean): void {
  if (shows) showing.add(element);
  else showing.delete(element);
  sheet ??= createSheet();
  const others = document.adoptedStyleSheets.filter((each) => each !== sheet);
  document.adoptedStyleSheets = showing.size > 0 ? [...others, sheet] : others;
}

/** What is inside the element says itself what shows on paper; being hidden is inherited by all the rest of it. */
function createSheet(): CSSStyleSheet {
  const made = new CSSStyleSheet();
  made.replaceSync("@media print { body * { visibility: hidden; } }");
  return made;
}
