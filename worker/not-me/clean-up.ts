import { cleanUp } from "../clean-up.ts";
import { keptSince } from "../set-aside/rules.ts";
import type { World } from "../world.ts";
import { deleteOldDisputes } from "./store.ts";

/** Ends disputes of which nothing is left to decide. */
export function cleanUpDisputes(world: World): Promise<void> {
  return cleanUp((limit) => deleteOldDisputes(world.db, keptSince(world.now), limit));
}
