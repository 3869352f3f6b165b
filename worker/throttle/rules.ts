/** How wrong tries of one key are slowed: some are free, then waits double up to a longest. */
export interface TryPolicy {
  freeTries: number;
  firstWaitSeconds: number;
  longestWaitSeconds: number;
}

/** For proofs asked of somebody who is signed in: second factors at a step-up, the current password at a change. */
export const signedInProof: TryPolicy = { freeTries: 5, firstWaitSeconds: 30, longestWaitSeconds: 3600 };

/** Whole seconds from `now` to `blockedUntil`, at least 1: what `retryAfter` says. */
export function secondsUntil(blockedUntil: number, now: number): number {
  return Math.max(1, Math.ceil((blockedUntil - now) / 1000));
}
