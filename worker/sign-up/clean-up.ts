import { deleteExpiredSignUps } from "./store.ts";
import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";

/** Takes away started accounts whose address was never proved, as many as one run may. */
export function cleanUpSignUps(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredSignUps(world.db, world.now, limit));
}
