import { describe, expect, it } from "vitest";
import { jitter, leaseSeconds, meaningOf, waitAfter, waits } from "../../../../worker/webhook/delivery/rules.ts";

const hour = 3600;

describe("the waits between attempts", () => {
  it("are those that Standard Webhooks proposes, and end after ten attempts", () => {
    expect(waits.map((_, at) => waitAfter(at + 1, 0))).toEqual([
      5,
      5 * 60,
      30 * 60,
      2 * hour,
      5 * hour,
      10 * hour,
      14 * hour,
      20 * hour,
      24 * hour,
    ]);
    expect(waitAfter(10, 0)).toBeNull();
  });

  it("last a little more than three days together, chance included", () => {
    const total = (chance: number) => waits.reduce((sum, _, at) => sum + (waitAfter(at + 1, chance) ?? 0), 0);
    expect(total(0) / hour).toBeGreaterThan(72);
    expect(total(1) / hour).toBeLessThan(96);
  });

  it("grow, and are lengthened by chance but never shortened", () => {
    for (const [at, wait] of waits.entries()) {
      expect(wait).toBeGreaterThan(waits[at - 1] ?? 0);
      expect(waitAfter(at + 1, 1)).toBe(Math.ceil(wait * (1 + jitter)));
      expect(waitAfter(at + 1, 0.5)).toBeGreaterThan(wait);
    }
  });

  it("keep others away for longer than the longest timeout", () => {
    expect(leaseSeconds).toBeGreaterThan(30);
  });
});

describe("an answer", () => {
  it.each([200, 201, 202, 204, 299])("of %i is taken", (status) =>
    expect(meaningOf({ status, problem: null })).toBe("delivered"),
  );

  it.each([100, 400, 401, 404, 408, 429, 500, 502, 503, 599])("of %i is tried again", (status) =>
    expect(meaningOf({ status, problem: null })).toBe("again"),
  );

  it("of 410 wants no more", () => expect(meaningOf({ status: 410, problem: null })).toBe("gone"));

  it("that never came, or leads elsewhere, is tried again", () => {
    expect(meaningOf({ status: null, problem: "timeout" })).toBe("again");
    expect(meaningOf({ status: 302, problem: "redirect" })).toBe("again");
  });
});
