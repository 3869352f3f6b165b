import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { keptDays } from "./rules.ts";
import { deleteOldEvents } from "./store.ts";

/** Takes away events that are older than a year, as many as one run may. */
export function cleanUpActivity(world: World): Promise<void> {
  return cleanUp((limit) => deleteOldEvents(world.db, world.now - keptDays * 24 * 60 * 60_000, limit));
}
