import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { both, type Guard } from "../../guard.ts";
import { hasProvedSecondFactorSince } from "../../session/stepped-up.ts";
import type { World } from "../../world.ts";
import { deleteReset, insertRestored, resetWaits, waitsSince } from "./store.ts";

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

/** Holds while something waits to turn the account's two-factor off. */
export function twoFactorResetWaits(accountId: string): Guard {
  return resetWaits(accountId);
}

/** A statement that lets a reset wait again that was set aside, while `guard` holds. */
export function restoreTwoFactorReset(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return insertRestored(world.db, accountId, id, guard);
}
