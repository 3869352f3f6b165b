import type { MessageBatch } from "@cloudflare/workers-types";
import type { Nature } from "./build-world.ts";
import type { Bindings, Settings } from "./environment.ts";
import { consumeMails, isOfMails } from "./mail/consume.ts";
import { deliverLogout } from "./oidc/logout/deliver.ts";
import { unaskedWorld } from "./unasked-world.ts";
import { consumeDeliveries } from "./webhook/delivery/consume.ts";

/** The worker's third side: what the Queues of wrangler.toml call with what is due, mails or webhooks. */
export function createConsumer(settings: Settings, { now, random }: Nature) {
  return (batch: MessageBatch<unknown>, bindings: Bindings): Promise<void> => {
    const world = unaskedWorld(settings, { now: now(), random }, bindings);
    return isOfMails(batch) ? consumeMails(world, batch) : consumeDeliveries(world, batch, deliverLogout);
  };
}
