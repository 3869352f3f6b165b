import { expect, it } from "vitest";
import { visibleRows } from "../../../extension/codes/visible-rows.ts";

const seen = { top: 0, height: 600, row: 50 };

it.each([
  [seen, 5, { from: 0, to: 5, above: 0, below: 0 }],
  [seen, 1000, { from: 0, to: 24, above: 0, below: 48_800 }],
  [{ ...seen, top: 25_000 }, 1000, { from: 488, to: 524, above: 24_400, below: 23_800 }],
  [{ ...seen, top: 49_400 }, 1000, { from: 976, to: 1000, above: 48_800, below: 0 }],
  // The search has just made the list short, and its scrolling has not followed yet.
  [{ ...seen, top: 25_000 }, 3, { from: 0, to: 3, above: 0, below: 0 }],
  [seen, 0, { from: 0, to: 0, above: 0, below: 0 }],
])("at %j of %i accounts are %j", (at, count, rows) => {
  expect(visibleRows(at, count)).toEqual(rows);
});
