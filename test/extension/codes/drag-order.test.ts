import { expect, it } from "vitest";
import { stepFrom } from "../../../extension/codes/drag-order.ts";
import { plain } from "../../data/accounts.ts";

const entry = (id: string, pinned?: true) => ({ id, key: plain, addedAt: "", ...(pinned ? { pinned } : {}) });
const shown = [entry("p", true), entry("a"), entry("b")];

it.each([
  ["a", 1, { after: "b" }],
  ["b", -1, { before: "a" }],
  ["b", 1, undefined],
  ["a", -1, undefined],
  ["p", 1, undefined],
  ["gone", 1, undefined],
] as const)("steps %s by %i to %j", (id, by, target) => {
  expect(stepFrom(shown, id, by)).toEqual(target);
});
