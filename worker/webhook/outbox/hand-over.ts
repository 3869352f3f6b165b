import type { World } from "../../world.ts";
import { messagesAtOnce } from "../delivery/rules.ts";

/**
 * Hands deliveries to the Queue, whose consumer sends them. Where no Queue is bound, or it does not take them, the cron
 * trigger finds them.
 */
export async function handOver(world: World, ids: readonly string[]): Promise<void> {
  if (!world.queue) return;
  for (let at = 0; at < ids.length; at += messagesAtOnce) {
    await world.queue.sendBatch(ids.slice(at, at + messagesAtOnce).map((delivery) => ({ body: { delivery } })));
  }
}
