import { describe, expect, it } from "vitest";
import { isWrong, readClock } from "../../../extension/clock/rules.ts";

const noon = Date.parse("2026-11-25T12:00:00.000Z");
const date = "Wed, 25 Nov 2026 12:00:00 GMT";

describe("the service's clock", () => {
  it("is read with half the way, and half the second that its header leaves out", () => {
    expect(readClock(date, noon + 300, noon + 700)).toEqual({ aheadMs: 0, errorMs: 700 });
    expect(readClock(date, noon - 60_000, noon - 59_000)).toEqual({ aheadMs: 60_000, errorMs: 1000 });
  });

  it.each([
    [null, noon, noon],
    ["yesterday", noon, noon],
    [date, noon, noon - 1],
    [date, noon, noon + 10_000],
  ])("is not read off %j between %d and %d", (header, sent, received) => {
    expect(readClock(header, sent, received)).toBeUndefined();
  });

  it.each([
    [15_400, 500, false],
    [15_600, 500, true],
    [-16_000, 500, true],
    [-16_000, 2000, false],
  ])("says that ours is wrong only where it is sure: %d ± %d ms is %s", (aheadMs, errorMs, wrong) => {
    expect(isWrong({ aheadMs, errorMs })).toBe(wrong);
  });
});
