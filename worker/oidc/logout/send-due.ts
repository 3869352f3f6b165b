import { findDueLogouts } from "../../logout/store.ts";
import { handOverLogouts } from "../../logout/tell.ts";
import { dueInARun, sentAtOnce } from "../../webhook/delivery/rules.ts";
import type { World } from "../../world.ts";
import { deliverLogout } from "./deliver.ts";

/** What the cron trigger does: hands over all that is due, or sends as many as one run may where there is no Queue. */
export async function sendDueLogouts(world: World): Promise<void> {
  const due = await findDueLogouts(world.db, world.now, world.queue ? dueInARun.toQueue : dueInARun.sentHere);
  if (world.queue) return handOverLogouts(world, due);
  for (let at = 0; at < due.length; at += sentAtOnce) {
    await Promise.all(due.slice(at, at + sentAtOnce).map((id) => deliverLogout(world, id)));
  }
}
