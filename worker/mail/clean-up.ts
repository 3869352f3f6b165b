import { cleanUp, rowsAtOnce } from "../clean-up.ts";
import type { World } from "../world.ts";
import { countedHours, outboxRetries } from "./rules.ts";
import { deleteCounted, deleteGivenUp } from "./store.ts";

/**
 * Gives up mails whose last try was cut short or whose code has expired, each said in the log by its id alone, and
 * forgets those that were sent and count no longer.
 */
export async function cleanUpOutbox(world: World): Promise<void> {
  const policy = { now: world.now, tries: outboxRetries.tries, limit: rowsAtOnce };
  for (const { id } of await deleteGivenUp(world.db, policy)) console.error(`mail ${id} was given up`);
  await cleanUp((limit) => deleteCounted(world.db, world.now - countedHours * 60 * 60_000, limit));
}
