import type { Guard } from "../guard.ts";
import { voidMark } from "./hash.ts";
import { hasPassword, passwordBegins, passwordIs } from "./store.ts";

/** Holds while the account's password is the one that was checked: a change in between ends what it began. */
export function passwordIsStill(accountId: string, hash: string): Guard {
  return passwordIs(accountId, hash);
}

/** Holds while the account's password signs nobody in: a new one is due, or none was ever chosen. */
export function passwordIsVoid(accountId: string): Guard {
  return passwordBegins(accountId, voidMark);
}

/** Holds while there is such an account; each has a password. */
export function passwordExists(accountId: string): Guard {
  return hasPassword(accountId);
}
