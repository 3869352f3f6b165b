import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { repository } from "../../scripts/run-tool.ts";

/*
 * The hosted pages run in Safari and iOS 16.4, Chrome 120 and Firefox 121 (docs/browsers.md). What one of them lacks is in
 * no built file, with or without a look whether it is there. Each entry: how it is written, and where it came.
 */
const newerCalls: [RegExp, string][] = [
  [/\bURL\.(parse|canParse)\b/, "Safari 18 and 17"],
  [/\bAbortSignal\.any\b/, "Safari 17.4"],
  [/\bparse(Request|Creation)OptionsFromJSON\b/, "Safari 18.4"],
  [/\bPromise\.(withResolvers|try)\b/, "Safari 17.4 and 18.2"],
  [/\bArray\.fromAsync\b/, "Chrome 121"],
  [/\b(Object|Map)\.groupBy\b/, "Safari 17.4"],
  [/\.(isSubsetOf|isSupersetOf|isDisjointFrom|symmetricDifference)\(/, "Safari 17"],
  [/\.(union|intersection|difference)\(new Set\b/, "Safari 17"],
  [
    /\bIterator\.from\b|\.(values|keys|entries)\(\)\.(map|filter|take|drop|toArray|some|every|find|flatMap)\(/,
    "Safari 18.4",
  ],
  [/\.(isWellFormed|toWellFormed)\(/, "Firefox 119, Safari 16.4"],
  [/\bUint8Array\.from(Base64|Hex)\b|\.to(Base64|Hex)\(/, "Chrome 140"],
  [/\bRegExp\.escape\b/, "Chrome 136"],
  [/\.checkVisibility\(/, "Safari 17.4"],
  [/\bstartViewTransition\b/, "Firefox 144"],
  [/\brequestIdleCallback\b/, "no Safari"],
  [/\bscheduler\.(postTask|yield)\b/, "no Safari"],
  [/\bIntl\.(DurationFormat|Segmenter)\b/, "Firefox 125"],
  [/\bnavigator\.locks\.query\b|\bcookieStore\b/, "Safari 18.4"],
  [/\bsetHTMLUnsafe\b|\bparseHTMLUnsafe\b/, "Chrome 124"],
  [/\.(showPopover|hidePopover|togglePopover)\(/, "Safari 17"],
];
const newerSyntax: [RegExp, string][] = [
  [/\/v[gimsuy]*[,;).\s]/, "regular expressions with the flag v: Safari 17"],
  [/\bawait using\b|\busing [a-z_$][\w$]*=/, "using: Chrome 134"],
  [/\bimport\s+defer\b|with\s*\{\s*type:/, "import attributes: Chrome 123"],
  [/\(\?[ims]+(-[ims]+)?:/, "modifiers in a regular expression: Chrome 125"],
];
/** What only decorates, and is passed over where it is unknown (text-wrap: balance), is not among these. */
const newerStyles: [RegExp, string][] = [
  [/light-dark\(/, "Safari 17.5"],
  [/[;{]\s*&/, "nested rules: Safari 17.2"],
  [/@starting-style|@scope\b|@position-try|@property\b/, "Firefox 129"],
  [/\b(color|rgb|hsl|oklch|oklab|lab|lch)\(\s*from\b/, "colors made of others: Firefox 128"],
  [/\bfield-sizing\b|\binterpolate-size\b|\bcalc-size\(/, "no Safari 16"],
  [/\banchor-name\b|\bposition-anchor\b/, "Chrome 125"],
  [/:state\(|:popover-open|:user-(in)?valid/, "Safari 17.4"],
  [/\banimation-timeline\b|\bscroll-timeline\b|\bview-transition-name\b/, "Firefox 144"],
];

const folder = join(repository, ".output/pages");
const files = readdirSync(folder, { recursive: true, encoding: "utf8" });
/** The elements are for other sites' pages and have a floor of their own: docs/elements.md. */
const built = (ending: string) =>
  files
    .filter((name) => name.endsWith(ending) && !name.startsWith("elements"))
    .map((name) => ({ name, text: readFileSync(join(folder, name), "utf8") }));

function offences(texts: { name: string; text: string }[], newer: [RegExp, string][]): string[] {
  return texts.flatMap(({ name, text }) =>
    newer.flatMap(([pattern, since]) => {
      const found = pattern.exec(text);
      return found ? [`${name}: ${text.slice(Math.max(0, found.index - 20), found.index + 40)} (${since})`] : [];
    }),
  );
}

describe("the built pages, for the oldest browsers that they are for", () => {
  it("call nothing that came later, and are written in nothing that came later", () => {
    const scripts = built(".js");
    expect(scripts.length).toBeGreaterThan(10);
    expect(offences(scripts, [...newerCalls, ...newerSyntax])).toEqual([]);
  });

  it("have styles that those browsers know", () => {
    const styles = built(".css");
    expect(styles.length).toBeGreaterThan(0);
    expect(offences(styles, newerStyles)).toEqual([]);
  });

  it("look at storage through one door, which may fail", () => {
    const open = built(".js").filter(({ text }) => /\b(local|session)Storage\b/.test(text));
    expect(open.map(({ text }) => text.match(/\b(local|session)Storage\b/g)?.sort())).toEqual([
      ["localStorage", "sessionStorage"],
    ]);
  });

  it("say something where no script runs", () => {
    const pages = built(".html").filter(({ name }) => name !== "docs.html");
    expect(pages.length).toBeGreaterThan(15);
    for (const { name, text } of pages) {
      expect(text, name).toContain("Latchkey needs JavaScript.");
      expect(text, name).toMatch(/<noscript><p lang="es">/);
      expect(text, name).toContain("your browser may be too old");
    }
  });
});
