import type { Guard, Term } from "../guard.ts";
import { elevationMinutes } from "./rules.ts";
import { elevatedUntilIsAfter, provedAfter, secondFactorAfter } from "./store.ts";

/** Holds while the session is stepped up by a proof that was given after `since`. */
export function steppedUpAfter(id: string, since: number, now: number): Guard {
  return elevatedUntilIsAfter(id, Math.max(now, since + elevationMinutes * 60_000));
}

/**
 * Holds while the session has proved after `since` all that its account asks for: by a sign-in or a step-up, with a
 * second factor where there is one. A set-up alone is no such proof: a thief can make it (promise S11).
 */
export function hasProvedSince(id: string, since: Term): Guard {
  return provedAfter(id, since);
}

/** Holds while it has proved a second factor after `since`, whether the account has one by now or not. */
export function hasProvedSecondFactorSince(id: string, since: Term): Guard {
  return secondFactorAfter(id, since);
}
