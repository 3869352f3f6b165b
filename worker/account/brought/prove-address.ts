import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import { clearUnproved } from "./store.ts";

/** A statement that notes that a code mailed to the account's address came back, while `guard` holds. */
export function proveAddress(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return clearUnproved(world.db, accountId, guard);
}
