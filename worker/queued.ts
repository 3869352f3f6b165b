import type { MessageBatch } from "@cloudflare/workers-types";
import type { Bindings, Settings } from "./environment.ts";
import type { Nature } from "./http/build-world.ts";
import { unaskedWorld } from "./unasked-world.ts";
import { consumeDeliveries } from "./webhook/delivery/consume.ts";

/** The worker's third side: what the Queue of wrangler.toml calls with what is due. */
export function createConsumer(settings: Settings, { now, random }: Nature) {
  return (batch: MessageBatch<unknown>, bindings: Bindings): Promise<void> =>
    consumeDeliveries(unaskedWorld(settings, { now: now(), random }, bindings), batch);
}
