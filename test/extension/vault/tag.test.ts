import { expect, it } from "vitest";
import { typedTags, withTags } from "../../../extension/vault/tag.ts";

it.each([
  ["work, family", ["work", "family"]],
  [" Work ,work,, WORK", ["Work"]],
  ["", []],
  [`${"x".repeat(100)}, b`, ["x".repeat(64), "b"]],
  [
    Array.from({ length: 40 }, (_, index) => `t${index}`).join(","),
    Array.from({ length: 16 }, (_, index) => `t${index}`),
  ],
])("reads %.30j as tags", (typed, tags) => {
  expect(typedTags(typed)).toEqual(tags);
});

it.each([
  [["Work"], ["work", "bank"], [], ["Work", "bank"]],
  [["work", "old"], ["new"], ["old"], ["work", "new"]],
  [["old"], [], ["old"], []],
  [["old"], ["old"], ["old"], ["old"]],
])("tags %j with %j and without %j", (tags, added, removed, expected) => {
  expect(withTags(tags, added, new Set(removed))).toEqual(expected);
});

it("gives a code no more tags than it can have, and keeps those that it had", () => {
  const tags = Array.from({ length: 16 }, (_, index) => `t${index}`);
  expect(withTags(tags, ["one more"], new Set())).toEqual(tags);
});
