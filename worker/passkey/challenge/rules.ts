/** What a challenge is asked for; what was signed for one thing never does for another. */
export type ChallengePurpose = "register" | "sign_in" | "second_step" | "step_up" | "undo_email";

/** For what and whom: a session's id, a sign-in's id, or nobody's for a sign-in without a password. */
export interface ChallengeUse {
  purpose: ChallengePurpose;
  subject: string;
}

/** How long a challenge waits (WebAuthn L3 15.1 recommends five to ten minutes for the browser's own waiting). */
export const challengeLifetimeMinutes = 5;
