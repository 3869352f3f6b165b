import { describe, expect, it } from "vitest";
import { importLimits } from "../../../extension/import/limits.ts";
import { readImportFile } from "../../../extension/import/read-file.ts";
import { formatOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";
import { plain } from "../../data/accounts.ts";

const encode = (text: string) => new TextEncoder().encode(text);
const filled = (text: string) => encode(text.repeat(Math.floor(importLimits.fileBytes / text.length)));

describe("a hostile file (promise E5)", () => {
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
      "# exported on Sunday",
      "otpauth://totp/Shop:ana?secret=189",
      "otpauth://hotp/?secret=JBSWY3DP&counter=-1",
      "otpauth://totp/a?secret=JBSWY3DP&digits=4",
      "otpauth-migration://offline?data=!!",
    ];
    expect(await readImportFile("file", encode(lines.join("\n")), {})).toMatchObject({
      value: {
        entries: [{ key: plain }],
        refused: [
          { name: "Shop · ana", why: "bad_secret", character: "1" },
          { name: "#4", why: "bad_counter" },
          { name: "a", why: "bad_digits" },
          { name: "#6", why: "bad_migration" },
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
