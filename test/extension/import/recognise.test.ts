import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImportFile } from "../../../extension/import/read-file.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const folder = new URL("../../data/exports/", import.meta.url);
const samples = readdirSync(folder).map((name) => ({
  name,
  bytes: Uint8Array.from(readFileSync(new URL(name, folder))),
}));
const encode = (text: string): Bytes => new TextEncoder().encode(text);

/** All that a file was found to hold; a failure as such. */
async function countIn(content: Bytes | string): Promise<number | string> {
  const read = await readImportFile("file", typeof content === "string" ? encode(content) : content, {});
  return read.ok ? read.value.entries.length + read.value.refused.length + read.value.withoutCodes : read.code;
}

/** The places of a JSON value's leaves that lie in a list, which is where entries are. */
function leavesIn(value: unknown, path: string[] = [], isInList = false): string[][] {
  if (typeof value !== "object" || value === null) return isInList ? [path] : [];
  return Object.entries(value).flatMap(([name, each]) =>
    leavesIn(each, [...path, name], isInList || Array.isArray(value)),
  );
}

function put(value: unknown, [name, ...path]: string[], leaf: unknown): unknown {
  if (name === undefined) return leaf;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  copy[name] = put(copy[name], path, leaf);
  return copy;
}

describe("an entry", () => {
  it("with an odd value in it is found, refused or counted, and takes no other with it", {
    timeout: 120_000,
  }, async () => {
    const files = [];
    for (const { name, bytes } of samples.filter(({ name }) => /json|2fas/.test(name))) {
      const text = new TextDecoder().decode(bytes);
      const count = await countIn(bytes);
      // In one of them entries are not in a list, but members of the file.
      const isMap = /^authenticator-extension\.json$/.test(name);
      if (typeof count === "number" && count > 1) {
        files.push({ name, count, value: JSON.parse(text) as unknown, leaves: leavesIn(JSON.parse(text), [], isMap) });
      }
    }
    expect(files.length).toBeGreaterThan(8);
    const odd = fc.constantFrom<unknown>(null, true, -1, 2 ** 31, 0.5, "", "?", "\0", "x".repeat(400), [], {}, [null]);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), odd, async ({ name, count, value, leaves }, at, leaf) => {
        const path = leaves[at % leaves.length] ?? [];
        const found = await countIn(JSON.stringify(put(value, path, leaf)));
        // What says that it is sealed is asked for its password; where an item can have several codes, none is one fewer.
        const isGone = (leaf === null || leaf === "") && /^totp/.test(path.at(-1) ?? "") && found === count - 1;
        expect([name, path, leaf, found === "password_needed" || isGone ? count : found]).toEqual([
          name,
          path,
          leaf,
          count,
        ]);
      }),
      { numRuns: 3000 },
    );
  });

  it("on a line of its own that was changed is found, refused or counted too", { timeout: 120_000 }, async () => {
    const files = [];
    for (const { name, bytes } of samples.filter(({ name }) => /^(links|ente-auth)\.txt$|\.csv$/.test(name))) {
      files.push({ name, count: await countIn(bytes), lines: new TextDecoder().decode(bytes).split(/\r?\n/) });
    }
    const typed = fc.string({ unit: fc.constantFrom(..."aZ09%&=?#:/ ;~é"), maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...files), fc.nat(), fc.nat(), typed, async (file, line, place, put) => {
        // The first may be a header; what is quoted may go over lines, and what becomes a comment is one.
        const index = 1 + (line % (file.lines.length - 1));
        const old = file.lines[index] ?? "";
        if (old === "" || old.includes('"')) return;
        const at = 1 + (place % old.length);
        const changed = file.lines.with(index, old.slice(0, at) + put + old.slice(at + put.length));
        expect([file.name, changed[index], await countIn(changed.join("\n"))]).toEqual([
          file.name,
          changed[index],
          file.count,
        ]);
      }),
      { numRuns: 1500 },
    );
  });

  it("in XML whose texts were changed is found, refused or counted too", { timeout: 120_000 }, async () => {
    const files = [];
    for (const { name, bytes } of samples.filter(({ name }) => /\.xml$/.test(name) && name !== "freeotp-v2.xml")) {
      const text = new TextDecoder().decode(bytes);
      const values = [...text.matchAll(/>([^<>]*\S[^<>]*)</g)].map(({ index, 1: old = "" }) => ({
        at: index + 1,
        old,
      }));
      files.push({ name, text, values, count: await countIn(bytes) });
    }
    expect(files.length).toBeGreaterThan(1);
    const typed = fc.string({ unit: fc.constantFrom(..."aZ09%=?#:/ ;~é"), maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...files),
        fc.nat(),
        typed,
        async ({ name, text, values, count }, place, put) => {
          const { at, old } = values[place % values.length] ?? { at: 0, old: "" };
          const changed = text.slice(0, at) + put + text.slice(at + old.length);
          expect([name, old, put, await countIn(changed)]).toEqual([name, old, put, count]);
        },
      ),
      { numRuns: 1000 },
    );
  });
});
