import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteItem, insertKept } from "./store.ts";

/** A statement that notes that the owner kept an item, so that nothing disputes it again, while `guard` holds. */
export function noteKept(world: World, id: string, guard: Guard): D1PreparedStatement {
  return insertKept(world.db, id, world.now, guard);
}

/** A statement that takes an item away for good, while `guard` holds: of many at once, one answers a row. */
export function forgetItem(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return deleteItem(world.db, accountId, id, guard);
}
