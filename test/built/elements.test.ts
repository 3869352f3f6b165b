import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, it } from "vitest";
import { repository } from "../../scripts/run-tool.ts";

const folder = join(repository, ".output/pages");
const script = readFileSync(join(folder, "elements.js"));
// In every language: 7 KiB each, which stay inside, so that a page's `integrity` covers all that runs.
const mostKibibytes = 61;

describe("elements.js", () => {
  it(`is one module of at most ${mostKibibytes} KiB, gzipped`, () => {
    expect(gzipSync(script).length / 1024).toBeLessThanOrEqual(mostKibibytes);
    expect(script.toString()).not.toMatch(/\bimport\s*["'{(]|\bfrom\s*["']\.{0,2}\//);
    expect(
      readdirSync(folder)
        .filter((name) => /^elements/.test(name))
        .sort(),
    ).toEqual(["elements.integrity.json", "elements.js"]);
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
    expect(integrity).toBe(`sha384-${createHash("sha384").update(script).digest("base64")}`);
  });
});
