import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteCodes, insertRestored } from "./store.ts";

/** A statement that voids all recovery codes of the account, while `guard` holds. */
export function voidRecoveryCodes(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteCodes(world.db, accountId, guard);
}

/** A statement that gives a set back that was set aside, while `guard` holds; the one in its place was voided before. */
export function restoreRecoveryCodes(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return insertRestored(world.db, accountId, id, guard);
}
