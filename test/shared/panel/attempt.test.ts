import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../shared/contract/answer.ts";
import { fail, ok } from "../../../shared/outcome.ts";
import { createAttempt } from "../../../shared/panel/attempt.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("an attempt", () => {
  it("makes one call at a time", async () => {
    const attempt = createAttempt();
    const call = vi.fn(async () => ok(1));
    const [first, second] = await Promise.all([attempt.run(call), attempt.run(call)]);
    expect(first).toEqual(ok(1));
    expect(second).toBeUndefined();
    expect(call).toHaveBeenCalledOnce();
  });

  it("keeps why it failed until the next one", async () => {
    const attempt = createAttempt();
    await attempt.run(async () => fail("wrong_code", { attemptsLeft: 2 }));
    expect(attempt.failure.value).toMatchObject({ code: "wrong_code", details: { attemptsLeft: 2 } });
    await attempt.run(async () => ok(1));
    expect(attempt.failure.value).toBeNull();
  });

  it("takes no try while it is slowed down, and is itself again after that", async () => {
    const attempt = createAttempt();
    await attempt.run(async () => fail("too_many_attempts", { retryAfter: 45 }));
    expect(attempt.failure.value?.until).toBe(Date.now() + 45_000);
    expect(await attempt.run(async () => ok(1))).toBeUndefined();
    vi.advanceTimersByTime(45_000);
    expect(attempt.failure.value).toBeNull();
    expect(await attempt.run(async () => ok(1))).toEqual(ok(1));
  });

  it("that is abandoned is free for another call, and says nothing of the one before", async () => {
    const attempt = createAttempt();
    const late = Promise.withResolvers<Answer<number>>();
    const first = attempt.run(() => late.promise);
    attempt.abandon();
    expect(attempt.pending.value).toBe(false);
    const second = attempt.run(async () => ok(2));
    late.resolve(fail("wrong_code"));
    expect(await first).toBeUndefined();
    expect(await second).toEqual(ok(2));
    expect(attempt.failure.value).toBeNull();
  });
});
