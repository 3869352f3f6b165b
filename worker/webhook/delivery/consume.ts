import type { MessageBatch } from "@cloudflare/workers-types";
import * as v from "valibot";
import type { World } from "../../world.ts";
import { type DueMessage, dueMessage } from "../due-message.ts";
import { deliver } from "./deliver.ts";
import { longestQueueWaitSeconds } from "./rules.ts";

/** Tells a site of a sign-out, and returns after how many seconds to try again; null where it is done. */
type DeliverLogout = (world: World, id: string) => Promise<number | null>;

/**
 * Sends what the Queue says is due, side by side. A delivery that failed comes back by the Queue where the wait is short,
 * and else by the cron trigger, for the Queue holds nothing back for a day. D1 alone knows what is due: a message that
 * comes twice, early or never changes nothing but when somebody looks. `deliverLogout` tells a site of a sign-out.
 */
export async function consumeDeliveries(
  world: World,
  batch: MessageBatch<unknown>,
  deliverLogout: DeliverLogout,
): Promise<void> {
  await Promise.all(
    batch.messages.map(async (message) => {
      const parsed = v.safeParse(dueMessage, message.body);
      if (!parsed.success) return message.ack();
      try {
        const wait = await send(world, parsed.output, deliverLogout);
        if (wait === null || wait > longestQueueWaitSeconds) message.ack();
        else message.retry({ delaySeconds: wait });
      } catch (error) {
        console.error(`delivery ${JSON.stringify(parsed.output)} failed:`, error);
        message.retry();
      }
    }),
  );
}

function send(world: World, due: DueMessage, deliverLogout: DeliverLogout): Promise<number | null> {
  return "delivery" in due ? deliver(world, due.delivery) : deliverLogout(world, due.logout);
}
