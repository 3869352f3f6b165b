import { describe, expect, it } from "vitest";
import { isRecoveryCode, readCodeField, readTypedCode, typedCodeLimit } from "../../shared/typed-code.ts";
import { newRecoveryCode } from "../../worker/recovery-code/rules.ts";
import cases from "../data/typed-codes.json" with { type: "json" };

describe("C7 a code of six digits", () => {
  it.each(cases)("C7 of $in is read as a person means it", ({ in: typed, out }) => {
    expect(readTypedCode(typed)).toBe(out);
  });

  it("C7 may be of every script that has decimal digits", () => {
    const points = Array.from({ length: 0x110000 }, (_, point) => point).filter(
      (point) => point < 0xd800 || point > 0xdfff,
    );
    const digits = points.map((point) => String.fromCodePoint(point)).filter((text) => /^\p{Nd}$/u.test(text));
    expect(digits.length % 10).toBe(0);
    for (let first = 0; first < digits.length; first += 10) {
      const typed = digits.slice(first + 1, first + 7).join("");
      expect(readTypedCode(typed), typed).toBe("123456");
    }
  });

  it("C7 may have every dash and every space among its digits, and nothing else", () => {
    const among = (character: string) => readTypedCode(`123${character}456`);
    for (const dash of "-‐‑‒–—―⸺⸻﹘﹣－−⁃˗〜〰־᠆֊ー") expect(among(dash), dash).toBe("123456");
    for (const space of "\t\n\u0085\u00a0\u1680\u2007\u2009\u200b\u200c\u200d\u200e\u202f\u2060\u3000\u3164\ufeff\ufe0f")
      expect(among(space), space).toBe("123456");
    for (const other of ".,:;/_+*#a'") expect(among(other), other).toBeNull();
  });

  it("C7 is found in the sentence that it came in, and not in a whole book", () => {
    expect(readTypedCode(`${"a".repeat(typedCodeLimit - 6)}123456`)).toBe("123456");
    expect(readTypedCode(`${"a".repeat(typedCodeLimit - 5)}123456`)).toBeNull();
  });
});

describe("C7 the field for a code", () => {
  it.each(cases)("C7 takes of $in what the service would", ({ in: typed, out }) => {
    const read = readCodeField(typed);
    const complete = "digits" in read && read.digits.length === 6 ? read.digits : null;
    expect(complete).toBe(out);
  });

  it.each([
    ["", ""],
    ["12", "12"],
    ["123 ", "123"],
    ["12-34-5", "12345"],
    ["٢٣", "23"],
  ])("C7 has a code that is still being typed: of %j it is %j", (typed, digits) => {
    expect(readCodeField(typed)).toEqual({ digits });
  });

  it.each([
    ["12a", "not_a_code"],
    ["1234567", "not_a_code"],
    ["Code 12345", "not_a_code"],
    ["Your order 1234 was sent 5 days ago", "not_a_code"],
    ["123456 or 654321", "two_codes"],
    ["1".repeat(typedCodeLimit + 1), "not_a_code"],
  ])("C7 cuts nothing off, and says why %j is no code", (typed, fault) => {
    expect(readCodeField(typed)).toEqual({ fault });
  });
});

describe("C7 a recovery code", () => {
  it.each(["1234-56ab-cdef-ghjk", " 7K2M 9QRS TVWX YZ01 ", "abcd1234efgh5678", "abcd\u2013efgh\u2013jkmn\u2013pqrs"])(
    "C7 is known by its shape: %s",
    (text) => {
      expect(isRecoveryCode(text)).toBe(true);
    },
  );

  it("C7 is known as the service makes it", () => {
    const made = newRecoveryCode((length) => crypto.getRandomValues(new Uint8Array(length)));
    expect(isRecoveryCode(made), made).toBe(true);
  });

  it.each([
    "123456",
    "123 456",
    "Your code is 123456",
    "abcd-efgh-jkmn",
    "abcd-efgh-jkmn-pqrs-tvwx",
    "",
    "uuuu-uuuu-uuuu-uuuu",
  ])("C7 is not: %s", (text) => {
    expect(isRecoveryCode(text)).toBe(false);
  });

  it.each(cases)("C7 is no text that has a code of six digits: $in", ({ in: typed, out }) => {
    expect(out !== null && isRecoveryCode(typed)).toBe(false);
  });
});
