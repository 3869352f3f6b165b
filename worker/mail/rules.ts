import type { SecurityNewsKind } from "../../shared/locales/en/security-mail.ts";

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

/** A mail with a code that could not be sent for the provider's rate is of use for so long. */
export const urgentMinutes = 10;

/** How long a mail counts once it has been sent. */
export const countedHours = 24;

/** Mails that one run of the cron trigger hands to the Queue. */
export const handedOverInARun = 1000;

/** Mails that the Queue takes at once. */
export const messagesAtOnce = 100;

/**
 * Mails that one run of the cron trigger sends itself, where there is no Queue: what fits into four of its five minutes,
 * and below the 1,000 queries that D1 answers one invocation.
 */
export function sentInARun(perSecond: number): number {
  return Math.max(1, Math.min(300, Math.floor(perSecond * 240)));
}

/** How many mails an account or a mailbox gets before its news are gathered into one (promise G7). */
export const newsLimits = { anHour: 10, aDay: 30 };

/** News that are gathered are sent after so many minutes, so within the hour although the cron trigger runs every five. */
export const gatheringMinutes = 50;

/** Different news that one mail names at most; the others are counted. */
export const gatheredAtMost = 20;

/** News that a row takes: more than a mail names, and what one row may hold. */
export const gatheredCharacters = 20_000;

/** Changes of one kind in a day: each is mailed by itself, so they are what is limited (promise G7). */
export const changesADay = 10;

/**
 * News that are gathered when they are many. All else says that the protection of an account has changed or is about to,
 * and is neither gathered nor delayed.
 */
const gatherable: ReadonlySet<SecurityNewsKind> = new Set<SecurityNewsKind>([
  "new_sign_in",
  "wrong_second_step",
  "wrong_step_up_code",
  "passkey_copied",
  "recovery_code_used",
  "few_recovery_codes",
  "account_exported",
]);

/** Whether news of a kind may be gathered into one mail. */
export function canBeGathered(kind: SecurityNewsKind): boolean {
  return gatherable.has(kind);
}

/** The key of an address without the +tag of what stands before the @: whose mailbox it is, as most providers have it. */
export function mailboxKey(emailKey: string): string {
  const at = emailKey.lastIndexOf("@");
  const tag = emailKey.indexOf("+");
  return tag > 0 && tag < at ? emailKey.slice(0, tag) + emailKey.slice(at) : emailKey;
}

/** A change of an account's protection that is counted with all others of its kind. */
export interface LimitedChange {
  accountId: string;
  /** Of the mail that tells of it. */
  kind: SecurityNewsKind;
}
