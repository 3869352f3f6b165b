import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fail, ok } from "../../../../shared/outcome.ts";
import { createResend } from "../../../../shared/panel/email-code/resend-state.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

describe("sending a code again", () => {
  it("may be asked for 30 seconds after the last one", async () => {
    const resend = createResend(async () => ok(null), Date.now());
    expect(resend.availableAt.value).toBe(Date.now() + 30_000);
    vi.advanceTimersByTime(30_000);
    await resend.send();
    expect(resend.availableAt.value).toBe(Date.now() + 30_000);
    expect(resend.again.value).toBe(true);
  });

  it("says nothing of older codes when it is the first", async () => {
    const resend = createResend(async () => ok(null), null);
    await resend.send();
    expect(resend.again.value).toBe(false);
  });

  it("waits as long as the server says, without a failure", async () => {
    const resend = createResend(async () => fail("too_many_attempts", { retryAfter: 12 }), null);
    await resend.send();
    expect(resend.availableAt.value).toBe(Date.now() + 12_000);
    expect(resend.sending.failure.value).toBeNull();
  });

  it("may be tried again at once when the mail was not sent", async () => {
    const resend = createResend(async () => fail("mail_not_sent"), null);
    await resend.send();
    expect(resend.sending.failure.value?.code).toBe("mail_not_sent");
    expect(resend.availableAt.value).toBe(0);
  });
});
