import { cleanUp } from "../../clean-up.ts";
import { bindingKeptDays } from "../../set-aside/rules.ts";
import type { World } from "../../world.ts";
import { deleteOldSettings } from "./store.ts";

/** Takes away what is known of changes that nothing disputes any more. */
export function cleanUpPasskeysOnly(world: World): Promise<void> {
  const before = world.now - bindingKeptDays * 24 * 60 * 60_000;
  return cleanUp((limit) => deleteOldSettings(world.db, before, limit));
}
