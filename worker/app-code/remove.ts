import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteApps, hasNoApp } from "./store.ts";

/** A statement that takes away one app, or with no id all of the account's; it answers a row for each. */
export function removeApps(world: World, accountId: string, id: string | null = null): D1PreparedStatement {
  return deleteApps(world.db, accountId, id);
}

/** Holds while the account has no active app, the one of `butId` aside. */
export function noAppLeft(accountId: string, butId?: string): Guard {
  return hasNoApp(accountId, butId);
}
