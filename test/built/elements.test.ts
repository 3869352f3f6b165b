import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { repository } from "../../scripts/run-tool.ts";
import { locales } from "../../shared/contract/locale.ts";

const folder = join(repository, ".output/pages");
const script = readFileSync(join(folder, "elements.js"));
const others = locales.filter((locale) => locale !== "en");
const mostKibibytes = 56;
const mostKibibytesOfLanguage = 10;

describe("elements.js", () => {
  it(`is one module of at most ${mostKibibytes} KiB, gzipped`, () => {
    expect(gzipSync(script).length / 1024).toBeLessThanOrEqual(mostKibibytes);
    expect(script.toString()).not.toMatch(/\bimport\s*["'{]|\bfrom\s*["']\.{0,2}\//);
    expect(
      readdirSync(folder)
        .filter((name) => /^elements/.test(name))
        .sort(),
    ).toEqual([...others.map((locale) => `elements.${locale}.js`), "elements.integrity.json", "elements.js"].sort());
  });

  it.each(others)("has the words of %s beside it, in a script of their own that it knows the hash of", (locale) => {
    const words = readFileSync(join(folder, `elements.${locale}.js`));
    expect(gzipSync(words).length / 1024).toBeLessThanOrEqual(mostKibibytesOfLanguage);
    expect(words.toString()).not.toMatch(/\bimport\s*["'{]|\bfrom\s*["']\.{0,2}\//);
    expect(script.toString()).toContain(integrityOf(words));
  });

  it("has all its styles inside, with the tokens as they are written", () => {
    const text = script.toString();
    for (const each of [":host", "--ground:", "light-dark(", ".code-field", ".qr", ".choice"])
      expect(text).toContain(each);
  });

  it("is what its hash for pages says", () => {
    const { integrity } = JSON.parse(readFileSync(join(folder, "elements.integrity.json"), "utf8")) as {
      integrity: string;
    };
    expect(integrity).toBe(integrityOf(script));
  });
});

function integrityOf(bytes: Buffer): string {
  return `sha384-${createHash("sha384").update(bytes).digest("base64")}`;
}
