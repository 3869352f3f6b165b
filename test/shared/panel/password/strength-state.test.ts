import { signal } from "@preact/signals";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CallOptions } from "../../../../shared/contract/answer.ts";
import type { Client } from "../../../../shared/contract/client.ts";
import type { PasswordCheck } from "../../../../shared/contract/password.ts";
import { ok } from "../../../../shared/outcome.ts";
import { createStrength } from "../../../../shared/panel/password/strength-state.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function startTyping() {
  const password = signal("");
  const check = vi.fn(async ({ password: typed }: { password: string }, options?: CallOptions) => {
    await new Promise((resolve) => setTimeout(resolve, 100));
    if (options?.signal?.aborted) throw new DOMException("overtaken", "AbortError");
    return ok<PasswordCheck>({ accepted: true, score: typed.length > 10 ? 4 : 1, reasons: [] });
  });
  const strength = createStrength({ password: { check } } as unknown as Client, password, () => "ana@example.com");
  return { password, check, strength, stop: strength.watch() };
}

describe("the strength of a password", () => {
  it("is asked for once the typing pauses", async () => {
    const { password, check, strength } = startTyping();
    for (const typed of ["vel", "velve", "velvet"]) password.value = typed;
    await vi.advanceTimersByTimeAsync(400);
    expect(check).toHaveBeenCalledOnce();
    expect(check.mock.lastCall?.[0]).toEqual({ password: "velvet", email: "ana@example.com" });
    expect(strength.check.value?.score).toBe(1);
  });

  it("is that of the password as it is now, when answers overtake each other", async () => {
    const { password, strength } = startTyping();
    password.value = "velvet";
    await vi.advanceTimersByTimeAsync(300);
    password.value = "velvet anchor ladder";
    await vi.advanceTimersByTimeAsync(60);
    expect(strength.check.value).toBeNull();
    await vi.advanceTimersByTimeAsync(400);
    expect(strength.check.value?.score).toBe(4);
  });

  it("is gone with the password", async () => {
    const { password, strength, stop } = startTyping();
    password.value = "velvet";
    await vi.advanceTimersByTimeAsync(400);
    password.value = "";
    expect(strength.check.value).toBeNull();
    stop();
  });
});
