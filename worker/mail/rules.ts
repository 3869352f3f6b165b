/** How a mail of the outbox is tried again. */
export interface RetryPolicy {
  /** Tries altogether; then it is given up. */
  tries: number;
  firstWaitSeconds: number;
  /** Each wait is the last one shifted left by so many bits. */
  growthBits: number;
}

/**
 * Waits of 2, 8, 32 and 128 minutes, then 8.5 hours: all within the 24 hours for which Resend knows a mail again by its
 * idempotency key. The first wait is longer than any try takes, so that it also keeps others from sending the same mail.
 */
export const outboxRetries: RetryPolicy = { tries: 6, firstWaitSeconds: 120, growthBits: 2 };

/** Mails that one run of the cron trigger sends at most. */
export const mailsInARun = 25;
