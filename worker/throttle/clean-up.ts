import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteForgotten } from "./store.ts";

/** Takes away counts of which all is forgotten; those that only a right try ends stay. */
export function cleanUpThrottles(world: World): Promise<void> {
  return cleanUp((limit) => deleteForgotten(world.db, world.now, limit));
}
