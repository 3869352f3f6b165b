import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { linkKeptHours } from "./rules.ts";
import { deleteExpiredLinks } from "./store.ts";

/** Takes away links that expired an hour ago, as many as one run may. */
export function cleanUpLinks(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredLinks(world.db, world.now - linkKeptHours * 60 * 60_000, limit));
}
