import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { deleteGrantsOf, deleteGrantsOfAccount, voidToken } from "./store.ts";

/** A statement that voids every code and access token of a site, while `guard` holds. */
export function endGrantsOf(world: World, clientId: string, guard: Guard): D1PreparedStatement {
  return deleteGrantsOf(world.db, clientId, guard);
}

/** A statement that voids every code and access token that sites were given for an account, while `guard` holds. */
export function endGrantsOfAccount(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteGrantsOfAccount(world.db, accountId, guard);
}

/** A statement that voids one access token of a site, by its hash. */
export function voidTokenOfClient(world: World, tokenHash: string, clientId: string): D1PreparedStatement {
  return voidToken(world.db, tokenHash, clientId);
}
