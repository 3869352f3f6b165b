import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteEnrolments } from "./store.ts";

/** A statement that takes away the account's set-ups that wait for their first code, while `guard` holds. */
export function endSetUps(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteEnrolments(world.db, accountId, guard);
}
