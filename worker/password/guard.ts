import type { Guard } from "../guard.ts";
import { hasPassword, passwordIs } from "./store.ts";

/** Holds while the account's password is the one that was checked: a change in between ends what it began. */
export function passwordIsStill(accountId: string, hash: string): Guard {
  return passwordIs(accountId, hash);
}

/** Holds while there is such an account; each has a password. */
export function passwordExists(accountId: string): Guard {
  return hasPassword(accountId);
}
