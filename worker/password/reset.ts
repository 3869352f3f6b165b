import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { replaceByReset } from "./store.ts";

/**
 * A statement that gives an account the password of a reset in the place of `old`, while `guard` holds; of two at once
 * one answers a row. With `barsEmailStep`, e-mail is no second step until another one has been right (promise S3).
 */
export function resetPassword(
  world: World,
  accountId: string,
  hashes: { old: string; next: string },
  barsEmailStep: boolean,
  guard: Guard,
): D1PreparedStatement {
  const resetAt = barsEmailStep ? world.now : null;
  return replaceByReset(world.db, accountId, hashes, { now: world.now, resetAt }, guard);
}
