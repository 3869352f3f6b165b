import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import { deleteInvitationsOf } from "./store.ts";

/** A statement that voids the link by which the account's first password can be chosen, while `guard` holds. */
export function endInvitation(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteInvitationsOf(world.db, accountId, guard);
}
