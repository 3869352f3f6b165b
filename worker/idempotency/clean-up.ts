import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteExpiredKeys } from "./store.ts";

/** Takes away answers that nobody may ask for again, as many as one run may. */
export function cleanUpIdempotencyKeys(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredKeys(world.db, world.now, limit));
}
