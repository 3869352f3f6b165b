import { cleanUp } from "../../clean-up.ts";
import type { World } from "../../world.ts";
import { keptDays } from "./rules.ts";
import { deleteOldDeliveries } from "./store.ts";

/** Takes away deliveries of what happened more than a month ago. */
export function cleanUpDeliveries(world: World): Promise<void> {
  return cleanUp((limit) => deleteOldDeliveries(world.db, world.now - keptDays * 24 * 60 * 60_000, limit));
}
