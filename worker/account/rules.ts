import type { Method } from "../../shared/contract/account.ts";

/** The method that a sign-in asks for first: the person's choice while it is enrolled, else the strongest. */
export function preferredMethod(methods: readonly Method[], chosenId: string | null): Method | null {
  const chosen = methods.find(({ id }) => id === chosenId);
  const first = (wanted: Method["type"]) => methods.find(({ type }) => type === wanted);
  return chosen ?? first("passkey") ?? first("app") ?? methods[0] ?? null;
}
