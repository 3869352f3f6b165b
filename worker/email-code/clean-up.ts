import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { codeKeptHours } from "./rules.ts";
import { deleteExpiredCodes } from "./store.ts";

/** Takes away codes that expired a day ago, as many as one run may: until then they say how many were sent. */
export function cleanUpEmailCodes(world: World): Promise<void> {
  return cleanUp((limit) => deleteExpiredCodes(world.db, world.now - codeKeptHours * 60 * 60_000, limit));
}
