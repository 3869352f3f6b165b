import { describe, expect, it } from "vitest";
import { codeDigits, isComplete } from "../../../shared/ui/code-digits.ts";

describe("codeDigits", () => {
  it.each([
    ["123 456", "123456"],
    ["123\u2009456", "123456"],
    [" 12-34-56\n", "123456"],
    ["Your code: 482913.", "482913"],
    ["1234567", "123456"],
    ["12a", "12"],
    ["", ""],
  ])("finds in %j the digits %j", (text, digits) => {
    expect(codeDigits(text)).toBe(digits);
  });
});

describe("isComplete", () => {
  it("asks for six digits", () => {
    expect(isComplete("12345")).toBe(false);
    expect(isComplete("123456")).toBe(true);
  });
});
