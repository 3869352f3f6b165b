import { rowsAtOnce } from "../clean-up.ts";
import type { World } from "../world.ts";
import { importKeptDays } from "./rules.ts";
import { deleteOldImports } from "./store.ts";

/** Takes away old imports with their reports, as many rows as one run may. */
export function cleanUpImports(world: World): Promise<void> {
  return deleteOldImports(world.db, world.now - importKeptDays * 24 * 60 * 60_000, rowsAtOnce);
}
