/** Characters of the text around a field: enough to say what it is for, too little to take in the rest of the page. */
const around = { least: 40, leastBelowHeading: 8, most: 700, highest: 8 };

/** The text of the smallest part around a field that has a heading, or else says something. */
export function textAround(element: Element): string {
  let part: Node = element;
  let text = "";
  let hasHeading = false;
  for (let height = 0; height < around.highest; height++) {
    const outer: Node | null = part.parentNode ?? (part instanceof ShadowRoot ? part.host : null);
    if (!outer || outer === document) break;
    // What has a heading of its own says what its fields are for; further out are the fields of others.
    if (hasHeading && text.length >= around.leastBelowHeading && fieldsIn(outer) > fieldsIn(part)) break;
    part = outer;
    const next = textOf(part);
    if (next.length > around.most && text.length >= around.least) break;
    text = next.slice(0, around.most);
    hasHeading = part instanceof Element && part.querySelector("h1, h2, h3, legend, [role=heading]") !== null;
    if (hasHeading && text.length >= around.least) break;
  }
  return text;
}

function fieldsIn(part: Node): number {
  const inputs = "input:not([type=hidden]), textarea";
  return part instanceof Element || part instanceof ShadowRoot ? part.querySelectorAll(inputs).length : 1;
}

/** All that a person reads in a part of a page, outside of shadow trees. */
function textOf(part: Node): string {
  const texts = document.createTreeWalker(part, NodeFilter.SHOW_TEXT);
  let text = "";
  while (text.length <= around.most && texts.nextNode()) {
    const { parentElement, nodeValue } = texts.currentNode;
    if (!parentElement || /^(script|style|noscript|template|option)$/i.test(parentElement.tagName)) continue;
    if (!parentElement.checkVisibility()) continue;
    const piece = (nodeValue ?? "").replace(/\s+/g, " ").trim();
    if (piece !== "") text += `${piece} `;
  }
  return text;
}
