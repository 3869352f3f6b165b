import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteExpiredEnrolments } from "./store.ts";

/** Takes away set-ups of an app that nobody confirmed in time, as many as one run may. */
export function cleanUpEnrolments(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredEnrolments(world.db, world.now, limit));
}
