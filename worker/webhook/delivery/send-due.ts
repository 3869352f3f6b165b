import type { World } from "../../world.ts";
import { handOver } from "../outbox/hand-over.ts";
import { type MarkTold, tellOfEvents } from "../outbox/tell-of-events.ts";
import { deliver } from "./deliver.ts";
import { dueInARun, sentAtOnce } from "./rules.ts";
import { findDue } from "./store.ts";

/**
 * What the cron trigger does: makes the deliveries that a request did not come to, and hands over all that are due. Where
 * there is no Queue it sends them itself, as many as one run may.
 */
export async function sendDueDeliveries(world: World, markTold: MarkTold): Promise<void> {
  while (await tellOfEvents(world, markTold));
  const due = await findDue(world.db, world.now, world.queue ? dueInARun.toQueue : dueInARun.sentHere);
  if (world.queue) return handOver(world, due);
  for (let at = 0; at < due.length; at += sentAtOnce) {
    await Promise.all(due.slice(at, at + sentAtOnce).map((id) => deliver(world, id)));
  }
}
