import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { cleanUp } from "../clean-up.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteExpiredUnlocks, deleteUnlocksOf } from "./store.ts";

/** A statement that ends the account's unlocks, while `guard` holds. */
export function endUnlocks(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteUnlocksOf(world.db, accountId, guard);
}

/** Takes away unlocks that have expired, as many as one run may. */
export function cleanUpUnlocks(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredUnlocks(world.db, world.now, limit));
}
