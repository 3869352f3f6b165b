import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { both, type Guard } from "../../guard.ts";
import { hasProvedSecondFactorSince } from "../../session/store.ts";
import type { World } from "../../world.ts";
import { deleteReset, waitsSince } from "./store.ts";

/** A statement that takes away what waits to turn two-factor off, while `guard` holds; it answers a row if so. */
export function voidTwoFactorReset(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteReset(world.db, accountId, guard);
}

/**
 * The same, only where this session has proved a second factor since that began to wait (promise S11). It may be the
 * last statement of a batch that takes the methods away.
 */
export function voidTwoFactorResetByProof(
  world: World,
  accountId: string,
  sessionId: string,
  guard: Guard,
): D1PreparedStatement {
  return deleteReset(world.db, accountId, both(guard, hasProvedSecondFactorSince(sessionId, waitsSince)));
}
