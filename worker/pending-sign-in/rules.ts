/** How long a sign-in in progress waits for its second step. */
export const signInLifetimeMinutes = 10;

/** Wrong codes before a sign-in in progress is void (promise G1). */
export const signInTries = 5;
