import type { Guard } from "../guard.ts";
import { elevationMinutes } from "./rules.ts";
import { elevatedUntilIsAfter, provedAfter, secondFactorAfter } from "./store.ts";

/** Holds while the session is stepped up by a proof that was given after `since`, of something older than that. */
export function steppedUpAfter(id: string, since: number, now: number): Guard {
  return elevatedUntilIsAfter(id, Math.max(now, since + elevationMinutes * 60_000), since);
}

/**
 * Holds while the session has proved after `since`, an expression in SQL, all that its account asks for: by a sign-in or a step-up, with a
 * second factor where there is one. Neither a set-up is such a proof nor a method that was set up since then: a thief can
 * make them (promise S11).
 */
export function hasProvedSince(id: string, since: string): Guard {
  return provedAfter(id, since);
}

/** Holds while it has proved a second factor after `since`, likewise, whether the account has one by now or not. */
export function hasProvedSecondFactorSince(id: string, since: string): Guard {
  return secondFactorAfter(id, since);
}
