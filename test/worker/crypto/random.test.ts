import { describe, expect, it } from "vitest";
import { randomDigits, systemRandom } from "../../../worker/crypto/random.ts";

describe("randomDigits", () => {
  it("has as many digits as asked, zeros in front too", () => {
    expect(randomDigits(() => new Uint8Array([0, 1, 2, 10, 249, 9]), 6)).toBe("012099");
  });

  it("draws again what would favour low digits", () => {
    const draws = [new Uint8Array([250, 255, 251]), new Uint8Array([7, 252, 8]), new Uint8Array([9, 0, 0])];
    expect(randomDigits(() => draws.shift() ?? new Uint8Array([1]), 3)).toBe("789");
  });

  it("has every digit about equally often", () => {
    const counts = new Map<string, number>();
    for (let draw = 0; draw < 10; draw++) {
      for (const digit of randomDigits(systemRandom, 10_000)) counts.set(digit, (counts.get(digit) ?? 0) + 1);
    }
    expect(counts.size).toBe(10);
    // Six standard deviations: a fair source fails this once in half a billion runs.
    for (const count of counts.values()) expect(Math.abs(count - 10_000)).toBeLessThan(6 * Math.sqrt(9000));
  });
});
