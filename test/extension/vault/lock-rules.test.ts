import { describe, expect, it } from "vitest";
import { estimate } from "../../../extension/lock/estimate.ts";
import {
  isDue,
  isEasyToGuess,
  isLongEnough,
  lockAfterWithin,
  lockChoices,
} from "../../../extension/vault/lock-rules.ts";

describe("a passphrase", () => {
  it.each([
    ["seven77", false],
    ["eight888", true],
    ["        ", true],
    ["🔑🚪🏠🌊🌅🍋🥐", false],
    ["🔑🚪🏠🌊🌅🍋🥐☕", true],
    ["n\u0303n\u0303n\u0303n\u0303", false],
  ])("%j is long enough: %s", (passphrase, isEnough) => {
    expect(isLongEnough(passphrase)).toBe(isEnough);
  });
});

describe("the time to lock", () => {
  const minute = 60_000;

  it.each([
    [5, 0, 5 * minute - 1, false],
    [5, 0, 5 * minute, true],
    ["browser_close", 0, 1e12, false],
  ] as const)("of %s minutes, used at %d, is there at %d: %s", (lockAfter, usedAt, now, due) => {
    expect(isDue(lockAfter, usedAt, now)).toBe(due);
  });

  it("is there when the clock was set back", () => {
    expect(isDue(60, 10 * minute, 0)).toBe(true);
  });

  it("is no later than an organisation allows", () => {
    expect(lockChoices()).toEqual([1, 5, 15, 60, "browser_close"]);
    expect(lockChoices(20)).toEqual([1, 5, 15]);
    expect(lockAfterWithin("browser_close", 20)).toBe(15);
    expect(lockAfterWithin(5, 20)).toBe(5);
    expect(lockAfterWithin(60)).toBe(60);
  });
});

it("refuses a passphrase that is guessed at once, and takes words in a row", () => {
  for (const easy of ["12345678", "password1", "qwertyuiop", "aaaaaaaaaaaa"])
    expect(isEasyToGuess(estimate(easy))).toBe(true);
  for (const hard of ["a quiet harbour at dawn", "velvet anchor ladder"])
    expect(isEasyToGuess(estimate(hard))).toBe(false);
});
