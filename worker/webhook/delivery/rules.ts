import type { DeliveryProblem } from "../../../shared/contract/webhook.ts";

/**
 * Seconds to wait after each failed attempt, as Standard Webhooks proposes: 5 s, 5 and 30 minutes, then 2, 5, 10, 14, 20
 * and 24 hours. Ten attempts within a little more than three days.
 */
export const waits: readonly number[] = [5, 300, 1800, 7200, 18_000, 36_000, 50_400, 72_000, 86_400];

/** A wait is lengthened by up to this part of itself, so that what failed together does not come back together. */
export const jitter = 0.2;

/** How long one attempt keeps others away: longer than the longest timeout. */
export const leaseSeconds = 90;

/** Waits of up to this long are left to the Queue; longer ones are found by the cron trigger. */
export const longestQueueWaitSeconds = 600;

/** After so many days without one success an endpoint is disabled. */
export const failingDays = 5;

/** Events whose deliveries are made in one transaction. */
export const eventsAtOnce = 100;

/** Messages that the Queue takes at once. */
export const messagesAtOnce = 100;

/** Deliveries that one run of the cron trigger hands to the Queue, or sends itself where there is none. */
export const dueInARun = { toQueue: 1000, sentHere: 30 };

/** Deliveries that are sent side by side: a Worker has six connections. */
export const sentAtOnce = 5;

/** Seconds to wait after the `attempts`th failure; null when it was the last. `chance` is from 0 to 1. */
export function waitAfter(attempts: number, chance: number): number | null {
  const wait = waits[attempts - 1];
  return wait === undefined ? null : Math.ceil(wait * (1 + jitter * chance));
}

/** What came of one attempt. */
export interface Attempt {
  /** The status of the answer, where one came. */
  status: number | null;
  /** Why there was none, or why it did not count. */
  problem: DeliveryProblem | null;
}

/** What an endpoint's answer means: taken, to be tried again, or that it wants no more (410). */
export function meaningOf({ status, problem }: Attempt): "delivered" | "again" | "gone" {
  if (problem !== null || status === null) return "again";
  if (status === 410) return "gone";
  return status >= 200 && status < 300 ? "delivered" : "again";
}
