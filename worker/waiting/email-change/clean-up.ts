import { cleanUp } from "../../clean-up.ts";
import type { World } from "../../world.ts";
import { changeKeptDays } from "./rules.ts";
import { deleteOldChanges } from "./store.ts";

/** Takes away changes of address that can no longer be undone, as many as one run may. */
export function cleanUpEmailChanges(world: World): Promise<void> {
  return cleanUp((limit) => deleteOldChanges(world.db, world.now - changeKeptDays * 24 * 60 * 60_000, limit));
}
