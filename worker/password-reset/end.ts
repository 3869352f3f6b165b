import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteResetsOf, deleteWaiting } from "./store.ts";

/** A statement that voids the account's resets that wait for their code or link, while `guard` holds. */
export function voidResets(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteResetsOf(world.db, accountId, guard);
}

/** A statement that takes the new password away that waits until it takes effect, while `guard` holds. */
export function voidWaitingPassword(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteWaiting(world.db, accountId, guard);
}
