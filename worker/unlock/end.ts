import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteExpiredUnlocks } from "./store.ts";

/** Takes away unlocks that have expired, as many as one run may. */
export function cleanUpUnlocks(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredUnlocks(world.db, world.now, limit));
}
