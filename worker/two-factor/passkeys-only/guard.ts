import { takesCodes } from "../../account/store.ts";
import { always, type Guard, type Term } from "../../guard.ts";
import type { CountedMethod } from "../../throttle/rules.ts";

/** Holds while the account accepts this method: where it asks for nothing weaker than a passkey, no code but a recovery code. */
export function methodIsAccepted(accountId: Term, method: CountedMethod): Guard {
  return method === "app" || method === "email" ? takesCodes(accountId) : always;
}
