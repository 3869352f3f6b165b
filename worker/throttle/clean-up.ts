import { rowsInARun } from "../clean-up.ts";
import type { World } from "../world.ts";
import { keptDays } from "./rules.ts";
import { deleteOldThrottles } from "./store.ts";

/** Forgets counts that nobody has added to for long, as many as one run may. */
export function cleanUpThrottles(world: World): Promise<void> {
  return deleteOldThrottles(world.db, world.now - keptDays * 24 * 60 * 60_000, rowsInARun);
}
