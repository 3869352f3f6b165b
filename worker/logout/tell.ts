import type { World } from "../world.ts";
import { findDueLogouts } from "./store.ts";

/** Messages that the Queue takes at once. */
const messagesAtOnce = 100;

/**
 * Hands to the Queue what sites are to be told, whichever request ended the sessions. Where no Queue is bound, or it does not
 * take them, the cron trigger sends them.
 */
export async function tellOfLogouts(world: World): Promise<void> {
  if (!world.queue) return;
  await handOverLogouts(world, await findDueLogouts(world.db, world.now, messagesAtOnce));
}

/** Hands some of them to the Queue, which every caller has looked for. */
export async function handOverLogouts({ queue }: World, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += messagesAtOnce) {
    await queue?.sendBatch(ids.slice(at, at + messagesAtOnce).map((logout) => ({ body: { logout } })));
  }
}
