import type { Guard } from "../guard.ts";
import { dummyHash, voidMark } from "./hash.ts";
import { passwordIsStill } from "./store.ts";

/** Holds while the account has no password yet. */
export function hasNoPassword(accountId: string): Guard {
  return passwordIsStill(accountId, noPassword);
}
