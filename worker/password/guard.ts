import type { Guard } from "../guard.ts";
import { passwordIs } from "./store.ts";

/** Holds while the account's password is the one that was checked: a change in between ends what it began. */
export function passwordIsStill(accountId: string, hash: string): Guard {
  return passwordIs(accountId, hash);
}
