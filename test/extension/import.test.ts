import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImportFile } from "../../extension/import/read-file.ts";
import { argon2InNode } from "../support/argon2-in-node.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const folder = new URL("../data/exports/", import.meta.url);
const samples = readdirSync(folder).map((name) => ({
  name,
  bytes: Uint8Array.from(readFileSync(new URL(name, folder))),
}));
const failures = [
  "not_recognised",
  "damaged",
  "too_large",
  "too_costly",
  "other_key",
  "newer",
  "password_needed",
  "wrong_password",
  "unknown_cipher",
];
const reasons =
  /^(not_otpauth|bad_(type|secret|algorithm|digits|period|counter)|too_long|not_an_entry|sealed|in_bin|bad_migration)$/;

/** Reads, and checks that the answer is good entries, named refusals, or a failure of the closed list (promise E5). */
async function readSoundly(name: string, bytes: Bytes, password?: string): Promise<void> {
  const read = await readImportFile(name, bytes, { password, argon2: argon2InNode });
  if (!read.ok) {
    expect(failures).toContain(read.code);
    return;
  }
  for (const { key, tags = [] } of read.value.entries) {
    expect(key.secret).toMatch(/^[A-Z2-7]{2,512}$/);
    expect(Math.max(key.issuer.length, key.account.length)).toBeLessThanOrEqual(256);
    expect(key.type === "steam" ? key.digits === 5 : key.digits >= 6 && key.digits <= 10).toBe(true);
    expect(tags.every((tag) => tag.length <= 64)).toBe(true);
  }
  for (const { name, why } of read.value.refused) {
    expect(name).not.toBe("");
    expect(why).toMatch(reasons);
  }
}

const encode = (text: string): Bytes => new TextEncoder().encode(text);

describe("any file (promise E5)", () => {
  it("of random bytes or text ends in a failure with a name, or good entries", { timeout: 60_000 }, async () => {
    const bytes = fc.uint8Array({ maxLength: 300 }).map((each) => Uint8Array.from(each));
    const text = fc.string({ unit: "binary", maxLength: 300 }).map(encode);
    const json = fc.json({ maxDepth: 6 }).map(encode);
    await fc.assert(
      fc.asyncProperty(fc.oneof(bytes, text, json), async (content) => await readSoundly("file", content)),
      { numRuns: 1500 },
    );
  });

  it("cut off anywhere does too", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...samples), fc.double({ min: 0, max: 1, noNaN: true }), async (sample, at) => {
        await readSoundly(sample.name, sample.bytes.slice(0, Math.floor(sample.bytes.length * at)));
      }),
      { numRuns: 1500 },
    );
  });

  it("with bytes changed does too", { timeout: 60_000 }, async () => {
    const change = fc.record({ at: fc.nat(), put: fc.uint8Array({ maxLength: 4 }), take: fc.nat({ max: 4 }) });
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...samples),
        fc.array(change, { minLength: 1, maxLength: 6 }),
        async (sample, changes) => {
          let bytes = [...sample.bytes];
          for (const { at, put, take } of changes) {
            const start = at % (bytes.length + 1);
            bytes = [...bytes.slice(0, start), ...put, ...bytes.slice(start + take)];
          }
          await readSoundly(sample.name, Uint8Array.from(bytes));
        },
      ),
      { numRuns: 1500 },
    );
  });

  it("with values of the wrong kind in it does too", { timeout: 60_000 }, async () => {
    const jsons = samples.flatMap(({ name, bytes }) => {
      try {
        return [{ name, value: JSON.parse(new TextDecoder().decode(bytes)) as unknown }];
      } catch {
        return [];
      }
    });
    const odd = fc.oneof(
      fc.constantFrom(null, true, -1, 1e99, "", "__proto__", [], {}, [null], "A".repeat(600)),
      fc.jsonValue({ maxDepth: 2 }),
    );
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...jsons), fc.nat(), odd, async ({ name, value }, at, put) => {
        let count = 0;
        JSON.stringify(value, (_, each: unknown) => {
          count++;
          return each;
        });
        const target = at % count;
        let index = 0;
        const changed = JSON.stringify(value, (_, each: unknown) => (index++ === target ? put : each));
        await readSoundly(name, encode(changed ?? ""));
      }),
      { numRuns: 1500 },
    );
  });
});
