import { rowsAtOnce } from "../clean-up.ts";
import type { World } from "../world.ts";
import { outboxRetries } from "./rules.ts";
import { deleteGivenUp } from "./store.ts";

/** Gives up mails whose last try was cut short; each is said in the log, by its id alone. */
export async function cleanUpOutbox(world: World): Promise<void> {
  const policy = { now: world.now, tries: outboxRetries.tries, limit: rowsAtOnce };
  for (const { id } of await deleteGivenUp(world.db, policy)) console.error(`mail ${id} was given up`);
}
