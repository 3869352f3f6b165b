import { cleanUp } from "../../clean-up.ts";
import { dueInARun, sentAtOnce } from "../../webhook/delivery/rules.ts";
import { keptDays } from "../../webhook/log/rules.ts";
import type { World } from "../../world.ts";
import { deliverLogout } from "./deliver.ts";
import { deletePastLogouts, findDueLogouts } from "./store.ts";

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

/** What the cron trigger does: hands over all that is due, or sends as many as one run may where there is no Queue. */
export async function sendDueLogouts(world: World): Promise<void> {
  const due = await findDueLogouts(world.db, world.now, world.queue ? dueInARun.toQueue : dueInARun.sentHere);
  if (world.queue) return handOverLogouts(world, due);
  for (let at = 0; at < due.length; at += sentAtOnce) {
    await Promise.all(due.slice(at, at + sentAtOnce).map((id) => deliverLogout(world, id)));
  }
}

/** Takes away what became of sign-outs more than a month ago, as much as one run may. */
export function cleanUpLogouts({ db, now }: World): Promise<void> {
  return cleanUp((limit) => deletePastLogouts(db, now - keptDays * 24 * 60 * 60_000, limit));
}

async function handOverLogouts({ queue }: World, ids: readonly string[]): Promise<void> {
  for (let at = 0; at < ids.length; at += messagesAtOnce) {
    await queue?.sendBatch(ids.slice(at, at + messagesAtOnce).map((logout) => ({ body: { logout } })));
  }
}
