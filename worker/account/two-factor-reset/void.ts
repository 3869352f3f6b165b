import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";
import { deleteReset, resetWaits } from "./store.ts";

/** A statement that takes away what waits to turn two-factor off, while `guard` holds; it answers a row if so. */
export function voidTwoFactorReset(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteReset(world.db, accountId, guard);
}

/** Holds while something waits to turn the account's two-factor off. */
export function twoFactorResetWaits(accountId: string): Guard {
  return resetWaits(accountId);
}
