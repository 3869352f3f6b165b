import { rowsInARun } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteExpiredDevices } from "./store.ts";

/** Takes away remembered browsers that have expired. */
export function cleanUpDevices(world: World): Promise<void> {
  return deleteExpiredDevices(world.db, world.now, rowsInARun);
}
