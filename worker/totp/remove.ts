import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteApps, hasNoApp, insertRestored } from "./store.ts";

/** A statement that takes away one app, or with no id all of the account's, while `guard` holds; a row for each. */
export function removeApps(world: World, accountId: string, id: string | null, guard: Guard): D1PreparedStatement {
  return deleteApps(world.db, accountId, id, guard);
}

/** Holds while the account has no active app, the one of `butId` aside. */
export function noAppLeft(accountId: string, butId?: string): Guard {
  return hasNoApp(accountId, butId);
}

/** A statement that gives an app back that was set aside, while `guard` holds. */
export function restoreApp(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return insertRestored(world.db, accountId, id, guard);
}
