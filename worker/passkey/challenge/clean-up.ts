import { cleanUp } from "../../clean-up.ts";
import type { World } from "../../world.ts";
import { deleteExpiredChallenges } from "./store.ts";

/** Takes away challenges that nobody can answer any more, as many as one run may. */
export function cleanUpChallenges(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredChallenges(world.db, world.now, limit));
}
