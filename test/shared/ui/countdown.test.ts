import { describe, expect, it } from "vitest";
import { clockTime } from "../../../shared/ui/countdown.ts";

describe("clockTime", () => {
  it.each([
    [45, "0:45"],
    [5, "0:05"],
    [44.2, "0:45"],
    [60, "1:00"],
    [3600, "60:00"],
    [-3, "0:00"],
  ])("shows %s seconds as %s", (seconds, shown) => {
    expect(clockTime(seconds)).toBe(shown);
  });
});
