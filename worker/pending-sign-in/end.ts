import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteSignInsOf } from "./store.ts";

/** A statement that ends the account's sign-ins in progress, while `guard` holds (promise S5). */
export function endSignIns(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteSignInsOf(world.db, accountId, guard);
}
