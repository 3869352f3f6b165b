import { cleanUp } from "../../clean-up.ts";
import type { World } from "../../world.ts";
import { deleteExpiredResets } from "./store.ts";

/** Takes away resets whose code never came. */
export function cleanUpResets(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredResets(world.db, world.now, limit));
}
