import { describe, expect, it } from "vitest";
import { readTypedKey, type TypedKey } from "../../../extension/codes/typed-key.ts";

const typed: TypedKey = {
  secret: "jbsw y3dp ehpk 3pxp",
  issuer: " GitHub ",
  account: "ana",
  type: "totp",
  algorithm: "SHA1",
  digits: "6",
  period: "30",
  counter: "0",
};

describe("a key that is typed", () => {
  it("is read as people type it", () => {
    expect(readTypedKey(typed)).toEqual({
      ok: true,
      value: {
        type: "totp",
        secret: "JBSWY3DPEHPK3PXP",
        algorithm: "SHA1",
        digits: 6,
        period: 30,
        issuer: "GitHub",
        account: "ana",
      },
    });
    expect(readTypedKey({ ...typed, type: "hotp", counter: "12" })).toMatchObject({
      value: { type: "hotp", counter: 12 },
    });
  });

  it.each([
    [{ secret: "not base 32!" }, "not_base32"],
    [{ digits: "5" }, "bad_digits"],
    [{ digits: "six" }, "bad_digits"],
    [{ period: "0" }, "bad_period"],
    [{ type: "hotp", counter: "-1" }, "bad_counter"],
    [{ issuer: "x".repeat(257) }, "too_long"],
    [{ secret: "otpauth://totp/a?secret=1" }, "bad_secret"],
  ] as const)("is refused with %j", (change, code) => {
    expect(readTypedKey({ ...typed, ...change })).toMatchObject({ ok: false, code });
  });

  it("may be a link, whose names are kept unless others were typed", () => {
    const secret = "otpauth://totp/Bank:ana?secret=JBSWY3DPEHPK3PXP&issuer=Bank&period=60";
    expect(readTypedKey({ ...typed, secret, issuer: "", account: "" })).toMatchObject({
      value: { issuer: "Bank", account: "ana", period: 60 },
    });
    expect(readTypedKey({ ...typed, secret, account: "" })).toMatchObject({ value: { issuer: "GitHub" } });
  });
});
