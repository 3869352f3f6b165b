import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteExpiredSignIns } from "./store.ts";

/** Takes away sign-ins in progress that have expired, as many as one run may. */
export function cleanUpSignIns(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredSignIns(world.db, world.now, limit));
}
