import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteCodes } from "./store.ts";

/** A statement that voids all recovery codes of the account, while `guard` holds. */
export function voidRecoveryCodes(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteCodes(world.db, accountId, guard);
}
