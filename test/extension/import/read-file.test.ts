import { readdirSync, readFileSync } from "node:fs";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importLimits } from "../../../extension/import/limits.ts";
import { readImportFile } from "../../../extension/import/read-file.ts";
import { formatOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";
import { plain } from "../../data/accounts.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const folder = new URL("../../data/exports/", import.meta.url);
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
];
const reasons = /^(not_otpauth|bad_(type|secret|algorithm|digits|period|counter)|too_long|not_an_entry|sealed|in_bin)$/;

/** Reads, and checks that the answer is good entries, named refusals, or a failure of the closed list (promise E5). */
async function readSoundly(name: string, bytes: Bytes, password?: string): Promise<void> {
  const read = await readImportFile(name, bytes, { password });
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
const filled = (text: string): Bytes => encode(text.repeat(Math.floor(importLimits.fileBytes / text.length)));

describe("any file", () => {
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

describe("a hostile file", () => {
  it.each([
    ["more than ten megabytes", new Uint8Array(importLimits.fileBytes + 1), "too_large"],
    ["only open brackets", filled("["), "not_recognised"],
    ["only empty objects in a list", encode(`[${"{},".repeat(3_000_000)}{}]`), "not_recognised"],
    ["millions of entries", encode(`{"header":{},"db":{"entries":[${"0,".repeat(4_000_000)}0]}}`), "too_large"],
    ["millions of lines", filled("otpauth://\n"), "too_large"],
    ["only quotes in CSV", encode(`title,username,totp\n${'"'.repeat(9_000_001)}`), "damaged"],
    ["millions of rows", encode(`title,username,totp\n${"a,b,c\n".repeat(1_000_000)}`), "too_large"],
    ["XML nested too deep", encode(`<KeePassFile>${"<a>".repeat(1_000_000)}`), "damaged"],
    ["millions of elements", encode(`<KeePassFile>${"<a/>".repeat(2_000_000)}</KeePassFile>`), "damaged"],
    ["XML entities that grow", encode('<!DOCTYPE map [<!ENTITY a "aaaa">]><map>&a;</map>'), "not_recognised"],
    ["a document type", encode('<KeePassFile><!DOCTYPE a [<!ENTITY a "b">]></KeePassFile>'), "damaged"],
    ["equal signs as base64", encode(`otpauth-migration://offline?data=${"=".repeat(9_000_000)}A`), "damaged"],
    ["a long run of spaces", encode(`${" ".repeat(9_000_000)}x`), "not_recognised"],
    ["a Java map of too many", encode("\u00ac"), "not_recognised"],
  ])("of %s is refused, and soon", { timeout: 30_000 }, async (_, bytes, code) => {
    expect(await readImportFile("file", bytes, {})).toMatchObject({ ok: false, code });
  });

  it.each([
    ["scrypt", { header: { slots: [{ type: 1, salt: "00", n: 2 ** 30, r: 8, p: 1 }], params: {} }, db: "AAAA" }],
    [
      "scrypt's parallelism",
      { header: { slots: [{ type: 1, salt: "00", n: 2 ** 15, r: 8, p: 2 ** 20 }], params: {} }, db: "AAAA" },
    ],
    [
      "Argon2",
      {
        kdfParams: { memLimit: 2 ** 40, opsLimit: 1, salt: "AAAAAAAAAAAAAAAAAAAAAA==" },
        encryptedData: "AAAA",
        encryptionNonce: "AAAA",
      },
    ],
    [
      "Argon2's passes",
      {
        kdfParams: { memLimit: 2 ** 23, opsLimit: 2 ** 30, salt: "AAAAAAAAAAAAAAAAAAAAAA==" },
        encryptedData: "AAAA",
        encryptionNonce: "AAAA",
      },
    ],
    [
      "PBKDF2",
      { encrypted: true, passwordProtected: true, salt: "AA", kdfType: 0, kdfIterations: 2 ** 40, data: "2.AA|AA|AA" },
    ],
  ])("that asks for too much work of %s is refused", async (_, file) => {
    const bytes = encode(JSON.stringify(file));
    expect(await readImportFile("file", bytes, { password: "x" })).toMatchObject({ ok: false, code: "too_costly" });
  });

  it("cannot reach a prototype", async () => {
    const entry = `{"secret":"JBSWY3DP","label":"a","type":"TOTP","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}`;
    const read = await readImportFile("file", encode(`[${entry}]`), {});
    expect(read).toMatchObject({ ok: true, value: { entries: [{ key: { secret: "JBSWY3DP" } }] } });
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
    const inherited = `{"vaults":{"__proto__":{"items":[{"data":{"type":"login","content":{"totpUri":"JBSWY3DP"}}}]}}}`;
    expect(await readImportFile("file", encode(inherited), {})).toMatchObject({ value: { entries: [{}] } });
  });

  it("gives its good entries and names the bad ones", async () => {
    const lines = [
      formatOtpauthUri(plain),
      "otpauth://totp/a?secret=189",
      "otpauth://hotp/a?secret=JBSWY3DP",
      "otpauth://totp/a?secret=JBSWY3DP&digits=4",
      "otpauth-migration://offline?data=!!",
    ];
    expect(await readImportFile("file", encode(lines.join("\n")), {})).toMatchObject({
      value: {
        entries: [{ key: plain }],
        refused: [
          { name: "#2", why: "bad_secret" },
          { name: "#3", why: "bad_counter" },
          { name: "#4", why: "bad_digits" },
          { name: "#5", why: "not_otpauth" },
        ],
      },
    });
  });

  it("is read in UTF-16 and with a byte order mark", async () => {
    const uri = formatOtpauthUri(plain);
    const wide = Uint8Array.from([0xff, 0xfe, ...Buffer.from(uri, "utf16le")]);
    expect(await readImportFile("file", wide, {})).toMatchObject({ value: { entries: [{ key: plain }] } });
    expect(await readImportFile("file", encode(`\ufeff${uri}`), {})).toMatchObject({
      value: { entries: [{ key: plain }] },
    });
  });
});
