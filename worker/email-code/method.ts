import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteEmailMethod, hasEmailMethod, hasNoEmailMethod, insertEmailMethod, touchEmailMethod } from "./store.ts";

/** A statement that makes the account's proved address a second factor, and the guard that holds once it is. */
export function addEmailMethod(
  world: World,
  accountId: string,
  id: string,
): { statement: D1PreparedStatement; isActive: Guard } {
  return { statement: insertEmailMethod(world.db, id, accountId, world.now), isActive: hasEmailMethod(accountId) };
}

/** Notes, after the answer, that the address has just served as a second factor. */
export function noteEmailMethodUse(world: World, accountId: string): void {
  world.afterAnswer(() => touchEmailMethod(world.db, accountId, world.now).run());
}

/** A statement that takes the e-mail method away, with an id only where it is that one; it answers a row if so. */
export function removeEmailMethod(world: World, accountId: string, id: string | null = null): D1PreparedStatement {
  return deleteEmailMethod(world.db, accountId, id);
}

/** Holds while e-mail is no second factor of the account. */
export function noEmailMethodLeft(accountId: string): Guard {
  return hasNoEmailMethod(accountId);
}
