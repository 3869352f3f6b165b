import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { callsKeptDays } from "./rules.ts";
import { deleteOldCalls } from "./store.ts";

/** Takes away lines of the operator log that are older than a year, as many as one run may. */
export function cleanUpOperatorCalls(world: World): Promise<void> {
  return cleanUp((limit) => deleteOldCalls(world.db, world.now - callsKeptDays * 24 * 60 * 60_000, limit));
}
