import type { Method } from "../../shared/contract/account.ts";

/** How long a started account waits for the code that proves its address. */
export const signUpLifetimeMinutes = 10;

/** How long the 'this wasn't me' link of a mail is good. */
export const notMeLinkDays = 7;

/** The method that a sign-in asks for first: the person's choice while it is enrolled, else the strongest. */
export function preferredMethod(methods: readonly Method[], chosenId: string | null): Method | null {
  const chosen = methods.find(({ id }) => id === chosenId);
  const first = (wanted: Method["type"]) => methods.find(({ type }) => type === wanted);
  return chosen ?? first("passkey") ?? first("app") ?? methods[0] ?? null;
}
