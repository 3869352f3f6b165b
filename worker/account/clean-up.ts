import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { deleteExpiredSignUps } from "./store.ts";

/** Takes away started accounts whose address was never proved, as many as one run may. */
export function cleanUpSignUps(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredSignUps(world.db, world.now, limit));
}
