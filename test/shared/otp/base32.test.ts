import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { base32Of, bytesOfBase32 } from "../../../shared/otp/base32.ts";

/** RFC 4648 section 10, without the padding. */
const ofTheRfc = {
  "": "",
  f: "MY",
  fo: "MZXQ",
  foo: "MZXW6",
  foob: "MZXW6YQ",
  fooba: "MZXW6YTB",
  foobar: "MZXW6YTBOI",
};

describe("base32", () => {
  it.each(Object.entries(ofTheRfc))("spells %o as RFC 4648 does", (text, spelled) => {
    const bytes = new TextEncoder().encode(text);
    expect(base32Of(bytes)).toBe(spelled);
    expect(bytesOfBase32(spelled)).toEqual(bytes);
  });

  it("gives back all bytes", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 320 }), (bytes) => {
        expect(bytesOfBase32(base32Of(bytes))).toEqual(Uint8Array.from(bytes));
      }),
    );
  });

  it.each(["a", "MY======", "M Y", "M1", "Ñ"])("refuses %o", (text) => {
    expect(() => bytesOfBase32(text)).toThrow(TypeError);
  });
});
