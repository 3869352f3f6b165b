import { hashToken } from "../crypto/token.ts";
import type { World } from "../world.ts";
import { findLivingAccess, type LivingToken } from "./store.ts";

/** An access token that lives, whichever way it was given; null for any other text. */
export async function findAccessToken(world: World, token: string): Promise<LivingToken | null> {
  return findLivingAccess(world.db, await hashToken(token), world.now);
}
