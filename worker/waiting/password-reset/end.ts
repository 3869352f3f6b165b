import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { both, type Guard } from "../../guard.ts";
import { hasProvedSince } from "../../session/store.ts";
import type { World } from "../../world.ts";
import { deleteWaiting, waitsSince } from "./store.ts";

/** A statement that takes the new password away that waits until it takes effect, while `guard` holds. */
export function voidWaitingPassword(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteWaiting(world.db, accountId, guard);
}

/** The same, only where this session has proved whose it is since that password began to wait (promise S11). */
export function voidWaitingPasswordByProof(
  world: World,
  accountId: string,
  sessionId: string,
  guard: Guard,
): D1PreparedStatement {
  return deleteWaiting(world.db, accountId, both(guard, hasProvedSince(sessionId, waitsSince)));
}
