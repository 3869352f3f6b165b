import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteExpiredBrowsers } from "./store.ts";

/** Takes away remembered browsers that have expired. */
export function cleanUpBrowsers(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredBrowsers(world.db, world.now, limit));
}
