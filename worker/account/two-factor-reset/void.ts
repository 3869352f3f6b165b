import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import { deleteReset, insertRestored, resetWaits } from "./store.ts";

/** A statement that takes away what waits to turn two-factor off, while `guard` holds; it answers a row if so. */
export function voidTwoFactorReset(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteReset(world.db, accountId, guard);
}

/** Holds while something waits to turn the account's two-factor off. */
export function twoFactorResetWaits(accountId: string): Guard {
  return resetWaits(accountId);
}

/** A statement that lets a reset wait again that was set aside, while `guard` holds. */
export function restoreTwoFactorReset(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return insertRestored(world.db, accountId, id, guard);
}
