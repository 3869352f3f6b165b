import type { Guard } from "../guard.ts";
import { type CurrentSession, elevationMinutes, idleSince } from "./rules.ts";
import { proofIsFresh, sessionIsElevated, sessionLives, twoFactorIsOff } from "./store.ts";

/**
 * Holds at `now` while the session of a request can still act: it is there under the token that the request brought,
 * has neither expired nor idled out, and its account is open.
 */
export function sessionStands({ id, tokenHash }: CurrentSession, now: number, idleDays: number): Guard {
  return sessionLives({ id, tokenHash }, now, idleSince(now, idleDays));
}

/** Holds at `now` while `isElevated` does, by what the database says of the session and its account by then. */
export function elevationStands({ id }: CurrentSession, now: number): Guard {
  return sessionIsElevated(id, { now, since: freshSince(now) });
}

/** Holds at `now` while `hasFreshProof` does, likewise. */
export function freshProofStands({ id }: CurrentSession, now: number): Guard {
  return proofIsFresh(id, { now, since: freshSince(now) });
}

/** Holds while the account has no second factor. */
export function noSecondFactor({ id }: CurrentSession): Guard {
  return twoFactorIsOff(id);
}

function freshSince(now: number): number {
  return now - elevationMinutes * 60_000;
}
