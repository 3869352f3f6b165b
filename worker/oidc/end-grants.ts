import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteGrantsOf } from "./store.ts";

/** A statement that voids every code and access token of a site, while `guard` holds. */
export function endGrantsOf(world: World, clientId: string, guard: Guard): D1PreparedStatement {
  return deleteGrantsOf(world.db, clientId, guard);
}
