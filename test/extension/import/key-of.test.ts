import { describe, expect, it } from "vitest";
import { keyOf, keyOfField } from "../../../extension/import/key-of.ts";

const parts = { type: "TOTP", secret: "jbsw y3dp" };
const names = { issuer: "Site", account: "ana" };

describe("a key of its parts", () => {
  it.each([
    [{}, { type: "totp", algorithm: "SHA1", digits: 6, period: 30, secret: "JBSWY3DP" }],
    [
      { algorithm: "HmacSHA512", digits: "10", period: "90" },
      { algorithm: "SHA512", digits: 10, period: 90 },
    ],
    [
      { algorithm: "sha-256", digits: null, period: null },
      { algorithm: "SHA256", digits: 6, period: 30 },
    ],
    [
      { type: "hotp", counter: 0, period: 0 },
      { type: "hotp", counter: 0 },
    ],
    [
      { type: "steam", digits: 6 },
      { type: "steam", digits: 5, period: 30 },
    ],
    [
      { algorithm: "", digits: "null", period: "" },
      { algorithm: "SHA1", digits: 6, period: 30 },
    ],
    [{ type: "hotp" }, { type: "hotp", counter: 0 }],
    [{ secret: Uint8Array.of(72, 101, 108, 108, 111) }, { secret: "JBSWY3DP" }],
  ])("with %j is kept as it is", (more, expected) => {
    expect(keyOf({ ...parts, ...more })).toMatchObject({ ok: true, value: expected });
  });

  it.each([
    [{ type: "xotp" }, "bad_type"],
    [{ type: undefined }, "bad_type"],
    [{ secret: "" }, "bad_secret"],
    [{ secret: {} }, "bad_secret"],
    [{ secret: new Uint8Array(400) }, "bad_secret"],
    [{ algorithm: "MD5" }, "bad_algorithm"],
    [{ digits: 5 }, "bad_digits"],
    [{ digits: 6.5 }, "bad_digits"],
    [{ digits: "six" }, "bad_digits"],
    [{ period: 0 }, "bad_period"],
    [{ period: -30 }, "bad_period"],
    [{ period: 86_401 }, "bad_period"],
    [{ type: "hotp", counter: -1 }, "bad_counter"],
    [{ type: "hotp", counter: 2 ** 53 }, "bad_counter"],
    [{ type: "steam", period: 60 }, "bad_period"],
    [{ type: "steam", algorithm: "SHA256" }, "bad_algorithm"],
    [{ issuer: "x".repeat(257) }, "too_long"],
  ])("with %j is refused as %s, and never bent into shape", (more, code) => {
    expect(keyOf({ ...parts, ...more })).toMatchObject({ ok: false, code });
  });
});

describe("a password manager's field", () => {
  it.each([
    ["JBSW Y3DP", names],
    ["otpauth://totp/?secret=JBSWY3DP", names],
    ["otpauth://totp/Other:bob?secret=JBSWY3DP&issuer=Other", { issuer: "Other", account: "bob" }],
    ["otpauth://totp/bob?secret=JBSWY3DP", { issuer: "Site", account: "bob" }],
    ["steam://JBSWY3DP", names],
  ])("with %s is called %j", (value, expected) => {
    expect(keyOfField(value, names)).toMatchObject({ ok: true, value: expected });
  });

  it("that is no key says so", () => {
    expect(keyOfField("https://example.com", names)).toMatchObject({ code: "not_otpauth" });
    expect(keyOfField("hunter2!", names)).toMatchObject({ code: "bad_secret" });
  });
});
