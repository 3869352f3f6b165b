/** How long a started account waits for the code that proves its address. */
export const signUpLifetimeMinutes = 10;
