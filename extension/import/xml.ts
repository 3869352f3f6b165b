import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { importLimits } from "./limits.ts";

/** An element of XML: its name, attributes, elements inside, and all text directly inside it. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: XmlElement[];
  text: string;
}

/** Elements of one document, which is more than any export has. */
const mostElements = 1_000_000;

const entities: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

/**
 * The root of an XML document. It knows no document types and no entities but the five and the numbered ones, so that
 * nothing is fetched and nothing grows. `damaged`: not well formed, or nested deeper than any export is.
 */
export function readXml(text: string): Outcome<XmlElement, "damaged"> {
  const root: XmlElement = { name: "", attributes: new Map(), children: [], text: "" };
  const open = [root];
  let elements = 0;
  let at = 0;
  while (at < text.length) {
    const inside = open[open.length - 1] ?? root;
    const next = text.indexOf("<", at);
    const words = text.slice(at, next < 0 ? undefined : next);
    if (words.trim() !== "" || inside.children.length === 0) inside.text += unescaped(words);
    if (next < 0) break;
    const special = skipSpecial(text, next);
    if (special) {
      if (special.end < 0) return fail("damaged");
      inside.text += special.text;
      at = special.end;
      continue;
    }
    const end = endOfTag(text, next);
    if (end < 0) return fail("damaged");
    const tag = text.slice(next + 1, end);
    at = end + 1;
    if (tag.startsWith("/")) {
      if (open.length < 2 || open.pop()?.name !== tag.slice(1).trim()) return fail("damaged");
      continue;
    }
    const element = elementOf(tag);
    if (!element || ++elements > mostElements) return fail("damaged");
    inside.children.push(element);
    if (!tag.endsWith("/")) open.push(element);
    if (open.length > importLimits.depth) return fail("damaged");
  }
  const [first] = root.children;
  return open.length === 1 && first && root.children.length === 1 ? ok(first) : fail("damaged");
}

/** The elements of a name directly inside another. */
export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the first element of a name directly inside another; empty where there is none. */
export function textOf(element: XmlElement, name: string): string {
  return childrenOf(element, name)[0]?.text ?? "";
}

/** What is no element: comments, instructions, and text that is taken as it is. A document type ends it all. */
function skipSpecial(text: string, at: number): { end: number; text: string } | undefined {
  const after = (mark: string, from: number) => {
    const end = text.indexOf(mark, from);
    return end < 0 ? -1 : end + mark.length;
  };
  if (text.startsWith("<!--", at)) return { end: after("-->", at + 4), text: "" };
  if (text.startsWith("<?", at)) return { end: after("?>", at + 2), text: "" };
  if (text.startsWith("<![CDATA[", at)) {
    const end = after("]]>", at + 9);
    return { end, text: end < 0 ? "" : text.slice(at + 9, end - 3) };
  }
  return text.startsWith("<!", at) ? { end: -1, text: "" } : undefined;
}

function endOfTag(text: string, at: number): number {
  let quote = "";
  for (let i = at + 1; i < text.length; i++) {
    const character = text[i] ?? "";
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return i;
    else if (character === "<") return -1;
  }
  return -1;
}

function elementOf(tag: string): XmlElement | undefined {
  const name = /^[^\s/"'=<>&]+/.exec(tag)?.[0];
  if (name === undefined) return undefined;
  const attributes = new Map<string, string>();
  for (const [, key, double, single] of tag
    .slice(name.length)
    .matchAll(/([^\s/"'=]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    attributes.set(key ?? "", unescaped(double ?? single ?? ""));
  }
  return { name, attributes, children: [], text: "" };
}

/** A text with the five entities and the numbered ones as the characters that they stand for. */
export function unescaped(text: string): string {
  return text.replace(/&(#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,4});/gi, (whole, name: string) => {
    if (!name.startsWith("#")) return entities.get(name) ?? whole;
    const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code).toWellFormed() : whole;
  });
}
