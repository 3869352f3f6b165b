import { expect, it } from "vitest";
import { groupedCode, hueOf, initialOf } from "../../../extension/codes/code-text.ts";

it.each([
  ["123456", "123 456"],
  ["1234567", "1 234 567"],
  ["12345678", "12 345 678"],
  ["23456", "23456"],
  ["7BCDF", "7BCDF"],
])("groups %s as %s", (code, grouped) => {
  expect(groupedCode(code)).toBe(grouped.replaceAll(" ", "\u2009"));
});

it("gives every name a letter and a hue, the same each time", () => {
  expect(["github", "  npm", "ñandú", "👩‍🚀", ""].map(initialOf)).toEqual(["G", "N", "Ñ", "👩‍🚀", "?"]);
  expect(hueOf("GitHub")).toBe(hueOf("GitHub"));
  expect(hueOf("GitHub")).not.toBe(hueOf("npm"));
});
