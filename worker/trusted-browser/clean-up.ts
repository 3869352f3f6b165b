import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteExpiredDevices } from "./store.ts";

/** Takes away remembered browsers that have expired. */
export function cleanUpDevices(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredDevices(world.db, world.now, limit));
}
