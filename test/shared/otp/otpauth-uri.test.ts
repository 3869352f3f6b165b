import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { algorithms, type OtpKey, otpLimits, steamSettings } from "../../../shared/otp/otp-key.ts";
import { formatOtpauthUri, type OtpauthUriError, parseOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";

const base32 = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"];
const secret = fc.string({ unit: fc.constantFrom(...base32), minLength: 2, maxLength: otpLimits.secret });
// Names with what parts a link: colons, slashes, question marks, percent signs, pluses and spaces at either end.
const name = fc
  .string({
    unit: fc.oneof(fc.constantFrom(..."::/?#&=%+ "), fc.string({ unit: "grapheme", minLength: 1, maxLength: 1 })),
  })
  .filter((text) => text.length <= otpLimits.label);
const common = {
  secret,
  algorithm: fc.constantFrom(...algorithms),
  digits: fc.integer({ min: otpLimits.digits.least, max: otpLimits.digits.most }),
  issuer: name,
  account: name,
};
const totp = fc.record({ type: fc.constant("totp" as const), ...common, period: fc.integer({ min: 1, max: 86_400 }) });
const hotp = fc.record({ type: fc.constant("hotp" as const), ...common, counter: fc.maxSafeNat() });
const steam = fc
  .record({ secret, issuer: name, account: name })
  .map((key) => ({ type: "steam" as const, ...steamSettings, ...key }));
const anyKey: fc.Arbitrary<OtpKey> = fc.oneof(totp, hotp, steam);

describe("a key written as a link", () => {
  it("is the same key when it is read back, without spaces before the account", async () => {
    await fc.assert(
      fc.property(anyKey, (key) => {
        const value = { ...key, account: key.account.trimStart() };
        expect(parseOtpauthUri(formatOtpauthUri(key))).toEqual({ ok: true, value });
      }),
      { numRuns: 1000 },
    );
  });

  it("writes what every app reads", () => {
    const key: OtpKey = {
      type: "totp",
      secret: "JBSWY3DPEHPK3PXP",
      algorithm: "SHA1",
      digits: 6,
      period: 30,
      issuer: "ACME Co",
      account: "ana@example.com",
    };
    expect(formatOtpauthUri(key)).toBe(
      "otpauth://totp/ACME%20Co:ana%40example.com?secret=JBSWY3DPEHPK3PXP&issuer=ACME%20Co&algorithm=SHA1&digits=6&period=30",
    );
  });
});

it("has no colon of the issuer in its label, where others would split it", () => {
  const key = {
    ...steamSettings,
    type: "totp" as const,
    digits: 6,
    secret: "JBSWY3DP",
    issuer: "Test: Foo",
    account: "ana",
  };
  const label = /^otpauth:\/\/totp\/([^?]*)\?/.exec(formatOtpauthUri(key))?.[1] ?? "";
  expect(decodeURIComponent(label).split(":")).toEqual(["Test Foo", "ana"]);
});

describe("a link of another program", () => {
  // What stands in files of real programs, with what their writers meant.
  it.each([
    ["hotp/desk:ana?secret=JBSWY3DPEHPK3PXP&issuer=desk", { type: "hotp", counter: 0, issuer: "desk", account: "ana" }],
    [
      "totp/Shop:ana?secret=JBSWY3DPEHPK3PXP&issuer=Shop&algorithm=null&digits=null&period=null",
      { type: "totp", algorithm: "SHA1", digits: 6, period: 30 },
    ],
    [
      "totp/Shop:ana?secret=JBSWY3DPEHPK3PXP&algorithm=&digits=&period=",
      { type: "totp", algorithm: "SHA1", digits: 6, period: 30 },
    ],
    ["totp/:ana?secret=JBSWY3DPEHPK3PXP&issuer&period=30", { issuer: "", account: "ana" }],
    ["totp/Shop:ana?secret=JBSWY3DPEHPK3PXP&issuer=", { issuer: "Shop", account: "ana" }],
    ["totp/C#:ana?secret=JBSWY3DPEHPK3PXP&issuer=C#", { issuer: "C#", account: "ana" }],
    ["totp/50% off:ana?secret=JBSWY3DPEHPK3PXP", { issuer: "50% off", account: "ana" }],
    ["totp/Who?:ana?secret=JBSWY3DPEHPK3PXP&issuer=Who?", { issuer: "Who?", account: "ana" }],
    ["totp/M%FCller:ana?secret=JBSWY3DPEHPK3PXP", { issuer: "M\ufffdller", account: "ana" }],
    ["totp/%FF?secret=JBSWY3DP", { issuer: "", account: "\ufffd" }],
    [
      "totp/Example:%20ana@example.com?secret=JBSWY3DP&issuer=Example",
      { issuer: "Example", account: "ana@example.com" },
    ],
    ["totp/Steam?secret=JBSWY3DPEHPK3PXP", { type: "steam", issuer: "Steam", account: "" }],
    ["totp/steam?secret=JBSWY3DPEHPK3PXP&digits=null", { type: "steam" }],
    ["totp/Shop:ana?secret=JBSWY3DPEHPK3PXP&algorithm=HmacSHA256", { algorithm: "SHA256" }],
    ["totp/Shop:ana?Secret=JBSWY3DPEHPK3PXP&Issuer=Shop&DIGITS=8", { issuer: "Shop", digits: 8 }],
    ["totp/Shop:ana?secret=JBSW%E2%80%8BY3DPEHPK3PXP", { secret: "JBSWY3DPEHPK3PXP" }],
    ["totp/Shop:ana?secret=JBSW%E2%80%93Y3DP%C2%ADEHPK3PXP%3D%3D", { secret: "JBSWY3DPEHPK3PXP" }],
  ])("otpauth://%s is read as it was meant", (rest, expected) => {
    expect(parseOtpauthUri(`otpauth://${rest}`)).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    ["totp/Shop:ana?secret=JBSWY3DPEHPK3PX0&issuer=Shop", "bad_secret", { label: "Shop · ana", character: "0" }],
    ["totp/Shop:ana?secret=JBSW%F0%9F%94%91", "bad_secret", { label: "Shop · ana", character: "🔑" }],
    ["totp/Shop:ana?secret=JBSWY3DPEHPK3PXP&algorithm=MD5", "bad_algorithm", { label: "Shop · ana" }],
    ["xotp/ana?secret=JBSWY3DPEHPK3PXP", "bad_type", { label: "ana" }],
    ["totp/?secret=JBSWY3DPEHPK3PX0", "bad_secret", { character: "0" }],
  ])("otpauth://%s is refused by its label, with the character that is to blame", (rest, code, details) => {
    expect(parseOtpauthUri(`otpauth://${rest}`)).toEqual({ ok: false, code, details });
  });

  it.each([
    ["otpauth://totp/GitHub:ana?secret=jbswy3dp&issuer=GitHub", "GitHub", "ana"],
    ["otpauth://totp/GitHub:%20ana?secret=JBSWY3DP", "GitHub", "ana"],
    ["otpauth://totp/GitHub%3Aana?secret=JBSWY3DP", "GitHub", "ana"],
    ["otpauth://totp/ana?secret=JBSWY3DP&issuer=GitHub", "GitHub", "ana"],
    ["otpauth://totp/Old:ana?secret=JBSWY3DP&issuer=New", "New", "ana"],
    ["OTPAUTH://TOTP/ana?secret=JBSW-Y3DP", "", "ana"],
    ["otpauth://totp/?secret=JBSWY3DP", "", ""],
    ["  otpauth://totp/Jos%C3%A9?secret=JBSWY3DP&image=x#part\n", "", "José"],
  ])("%s is read with its names and the defaults", (uri, issuer, account) => {
    expect(parseOtpauthUri(uri)).toEqual({
      ok: true,
      value: { type: "totp", secret: "JBSWY3DP", algorithm: "SHA1", digits: 6, period: 30, issuer, account },
    });
  });

  it.each([
    ["steam://jbswy3dp", "Steam", ""],
    ["otpauth://steam/Steam:ana?secret=JBSWY3DP&issuer=Steam&digits=5", "Steam", "ana"],
    ["otpauth://totp/Valve:ana?secret=JBSWY3DP&issuer=Valve&encoder=steam", "Valve", "ana"],
    ["otpauth://totp/Steam:ana?secret=JBSWY3DP&issuer=Steam", "Steam", "ana"],
    ["otpauth://totp/Steam:ana?secret=JBSWY3DP&digits=5", "Steam", "ana"],
  ])("%s is read as Steam's", (uri, issuer, account) => {
    const value: OtpKey = { type: "steam", secret: "JBSWY3DP", ...steamSettings, issuer, account };
    expect(parseOtpauthUri(uri)).toEqual({ ok: true, value });
  });

  it("of the issuer Steam that asks for six digits makes six digits", () => {
    expect(parseOtpauthUri("otpauth://totp/Steam:ana?secret=JBSWY3DP&digits=6")).toMatchObject({
      value: { type: "totp", digits: 6 },
    });
  });

  it.each<[string, OtpauthUriError]>([
    ["", "not_otpauth"],
    ["https://example.com/?secret=JBSWY3DP", "not_otpauth"],
    ["otpauth://totp/a", "not_otpauth"],
    ["otpauth://xotp/a?secret=JBSWY3DP", "bad_type"],
    ["otpauth://steam/a?secret=JBSWY3DP&period=60", "bad_period"],
    ["otpauth://steam/a?secret=JBSWY3DP&algorithm=SHA256", "bad_algorithm"],
    ["steam://189", "bad_secret"],
    ["steam://", "bad_secret"],
    ["otpauth://totp/a?issuer=b", "bad_secret"],
    ["otpauth://totp/a?secret=189", "bad_secret"],
    [`otpauth://totp/a?secret=${"A".repeat(otpLimits.secret + 1)}`, "bad_secret"],
    ["otpauth://totp/a?secret=JBSWY3DP&algorithm=MD5", "bad_algorithm"],
    ["otpauth://totp/a?secret=JBSWY3DP&digits=5", "bad_digits"],
    ["otpauth://totp/a?secret=JBSWY3DP&digits=1e1", "bad_digits"],
    ["otpauth://totp/a?secret=JBSWY3DP&period=0", "bad_period"],
    ["otpauth://totp/a?secret=JBSWY3DP&period=-30", "bad_period"],
    ["otpauth://hotp/a?secret=JBSWY3DP&counter=-1", "bad_counter"],
    ["otpauth://hotp/a?secret=JBSWY3DP&counter=1.5", "bad_counter"],
    ["otpauth://hotp/a?secret=JBSWY3DP&counter=9007199254740993", "bad_counter"],
    [`otpauth://totp/${"a".repeat(otpLimits.label + 1)}?secret=JBSWY3DP`, "too_long"],
    [`otpauth://totp/a?secret=JBSWY3DP&image=${"a".repeat(otpLimits.text)}`, "too_long"],
  ])("%.60s is refused as %s", (uri, code) => {
    expect(parseOtpauthUri(uri)).toMatchObject({ ok: false, code });
  });
});

describe("anything else", () => {
  const junk = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string().map((text) => `otpauth://${text}`),
    fc.string().map((text) => `otpauth://totp/a?${text}`),
  );
  const mutated = fc
    .tuple(anyKey, fc.nat(), fc.nat({ max: 20 }), fc.string({ unit: "binary" }))
    .map(([key, at, length, put]) => {
      const uri = formatOtpauthUri(key);
      const start = at % uri.length;
      return uri.slice(0, start) + put + uri.slice(start + length);
    });

  it("is refused or read within bounds, and never throws", async () => {
    await fc.assert(
      fc.property(fc.oneof(junk, mutated), (text) => {
        const parsed = parseOtpauthUri(text);
        if (!parsed.ok) return;
        const { type, issuer, account, secret, digits } = parsed.value;
        expect(Math.max(issuer.length, account.length)).toBeLessThanOrEqual(otpLimits.label);
        expect(secret).toMatch(/^[A-Z2-7]{2,512}$/);
        expect(digits).toBeGreaterThanOrEqual(type === "steam" ? 5 : 6);
        expect(digits).toBeLessThanOrEqual(10);
      }),
      { numRuns: 3000 },
    );
  });
});
