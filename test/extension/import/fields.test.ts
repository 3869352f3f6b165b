import { expect, it } from "vitest";
import { field, list, path, tagsOf, text, whole } from "../../../extension/import/fields.ts";

it("reads members that are an object's own, and nothing that it inherits", () => {
  const parsed: unknown = JSON.parse('{"a":{"b":1},"__proto__":{"c":2}}');
  expect(path(parsed, "a", "b")).toBe(1);
  expect(field(parsed, "c")).toBeUndefined();
  for (const name of ["constructor", "toString", "hasOwnProperty"]) expect(field(parsed, name)).toBeUndefined();
  for (const none of [null, undefined, 1, "a", [1]]) expect(field(none, "length")).toBeUndefined();
});

it.each([
  ["12", 12],
  [0, 0],
  ["1e3", undefined],
  ["", undefined],
  [-1, undefined],
  [1.5, undefined],
  [2 ** 53, undefined],
  [null, undefined],
  [[1], undefined],
])("takes %j for the number %j", (value, number) => {
  expect(whole(value)).toBe(number);
});

it("takes no object for text, and no text for a list", () => {
  expect([{}, [], null, true].map(text)).toEqual(["", "", "", ""]);
  expect(list("abc")).toEqual([]);
});

it("keeps tags once, and within bounds", () => {
  expect(tagsOf(["a", " a ", "", null, "x".repeat(99)])).toEqual({ tags: ["a", "x".repeat(64)] });
  expect(tagsOf([])).toEqual({});
});
