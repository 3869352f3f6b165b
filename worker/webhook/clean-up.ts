import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteExpiredSecrets } from "./store.ts";

/** Takes away replaced secrets that sign no more. */
export function cleanUpSecrets(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredSecrets(world.db, world.now, limit));
}
