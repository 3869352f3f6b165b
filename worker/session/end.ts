import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteOtherSessions, deleteSession, deleteSessionsOf } from "./store.ts";

/** Ends one session, at once and for good. */
export async function endSession(world: World, id: string): Promise<void> {
  await deleteSession(world.db, id).run();
}

/** A statement that ends every session of the account but `keptId`, while `guard` holds. */
export function endOtherSessions(world: World, accountId: string, keptId: string, guard: Guard): D1PreparedStatement {
  return deleteOtherSessions(world.db, accountId, keptId, guard);
}

/** A statement that ends every session of the account, while `guard` holds. */
export function endSessions(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteSessionsOf(world.db, accountId, guard);
}
