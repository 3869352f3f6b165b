import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { bindingKeptDays, keptSince } from "./rules.ts";
import { deleteOldBindings, deleteOldItems } from "./store.ts";

/** Takes away what was set aside 30 days ago, and what is known of what was added before that. */
export async function cleanUpSetAside(world: World): Promise<void> {
  await cleanUp((limit) => deleteOldItems(world.db, keptSince(world.now), limit));
  await cleanUp((limit) => deleteOldBindings(world.db, world.now - bindingKeptDays * 24 * 60 * 60_000, limit));
}
