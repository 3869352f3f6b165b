import type { DisputedKind } from "../../shared/contract/not-me.ts";
import { day } from "../time.ts";

/** For how long what was set aside can be given back. */
export const keptDays = 30;

/** The kinds that are methods of an account, in the order in which they are set aside. */
export const methodKinds = ["app", "email", "passkey"] as const satisfies DisputedKind[];

/** How long it is known by whom something was added: nothing older is disputed. */
export const bindingKeptDays = 31;

/** When something that was set aside at `at` is deleted. */
export function deletedAt(at: number): number {
  return at + keptDays * day;
}

/** What was set aside before this moment is deleted. */
export function keptSince(now: number): number {
  return now - keptDays * day;
}

/** The time whose changes are disputed: all since `since`, and what the session `sessionId` did since `reachesBack`. */
export interface DisputedTime {
  /** Milliseconds since 1970. */
  since: number;
  /** The session that did what a mail told of; empty where there was none. */
  sessionId: string;
  reachesBack: number;
}

const disputedDays = 7;
const ofTheSessionDays = 30;

/**
 * The disputed time of a mail that went out at `mailedAt`: from seven days before it, and what the session that did it
 * added in the last 30 days (promise S10).
 */
export function disputedTime(mailedAt: number, sessionId: string, now: number): DisputedTime {
  return { since: mailedAt - disputedDays * day, sessionId, reachesBack: now - ofTheSessionDays * day };
}
