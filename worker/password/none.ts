import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { dummyHash, voidMark } from "./hash.ts";
import { passwordIs, replaceNone } from "./store.ts";

/** What stands in the place of a password until its owner has chosen one: no text is right, and it is void as well. */
export const noPassword = voidMark + dummyHash;

/** Holds while the account has no password yet. */
export function hasNoPassword(accountId: string): Guard {
  return passwordIs(accountId, noPassword);
}

/** A statement that gives an account its first password, while `guard` holds; of many at once one answers a row. */
export function setFirstPassword(world: World, accountId: string, hash: string, guard: Guard): D1PreparedStatement {
  return replaceNone(world.db, accountId, { none: noPassword, next: hash }, world.now, guard);
}
