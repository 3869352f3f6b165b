import type { Guard } from "../../guard.ts";
import { isDisabled, isOpen } from "./store.ts";

/** Holds while the account exists and no operator keeps it shut: without it no session begins. */
export function accountIsOpen(accountId: string): Guard {
  return isOpen(accountId);
}

/** Holds while an operator keeps the account shut. */
export function accountIsDisabled(accountId: string): Guard {
  return isDisabled(accountId);
}
