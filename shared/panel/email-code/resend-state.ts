import { type ReadonlySignal, signal } from "@preact/signals";
import type { Answer } from "../../contract/answer.ts";
import { resendAfterSeconds } from "../../contract/limits.ts";
import { type Attempt, createAttempt } from "../attempt.ts";

/** Mailing a code again: when it may be asked for, and whether it was. */
export interface Resend {
  /** Milliseconds since 1970, by this machine's clock. */
  availableAt: ReadonlySignal<number>;
  /** A newer code than the first is on its way. */
  again: ReadonlySignal<boolean>;
  sending: Attempt;
  /** Asks for a code; being slowed down is no failure here, for the countdown says it. */
  send: () => Promise<void>;
}

/** Resending by `send`; `sentAtMs` (milliseconds since 1970) where a code is on its way already, which the pause runs from. */
export function createResend(send: () => Promise<Answer<unknown>>, sentAtMs: number | null): Resend {
  const pauseFrom = (seconds: number) => Date.now() + seconds * 1000;
  const availableAt = signal(sentAtMs === null ? 0 : sentAtMs + resendAfterSeconds * 1000);
  const again = signal(false);
  const sending = createAttempt();
  let sentBefore = sentAtMs !== null;
  return {
    availableAt,
    again,
    sending,
    async send() {
      again.value = false;
      const answer = await sending.run(send);
      if (answer?.ok) {
        availableAt.value = pauseFrom(resendAfterSeconds);
        again.value = sentBefore;
        sentBefore = true;
      } else if (answer?.code === "too_many_attempts" && answer.details.retryAfter !== undefined) {
        availableAt.value = pauseFrom(answer.details.retryAfter);
        sending.clear();
      }
    },
  };
}
