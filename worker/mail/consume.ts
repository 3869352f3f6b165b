import type { MessageBatch } from "@cloudflare/workers-types";
import * as v from "valibot";
import type { World } from "../world.ts";
import { dueMail } from "./due-mail.ts";
import { keepPace, sendNextMail } from "./send-queued.ts";

/** Whether a batch is of mails: the worker consumes other Queues too. */
export function isOfMails(batch: MessageBatch<unknown>): boolean {
  return batch.messages.some(({ body }) => v.is(dueMail, body));
}

/**
 * Sends a mail for each message, one after another at `MAIL_PER_SECOND`: codes first, whichever mail the message was for.
 * Where the provider takes no more, this message and the rest come back when it does. D1 alone knows what is due: a
 * message that comes twice, early or never changes nothing but when somebody looks.
 */
export async function consumeMails(world: World, batch: MessageBatch<unknown>): Promise<void> {
  let delaySeconds: number | null = null;
  for (const message of batch.messages) {
    if (delaySeconds !== null) {
      message.retry({ delaySeconds });
      continue;
    }
    try {
      const sent = await sendNextMail(world);
      if (typeof sent === "object") {
        delaySeconds = sent.retryAfter;
        message.retry({ delaySeconds });
      } else {
        message.ack();
        if (sent === "sent") await keepPace(world);
      }
    } catch (error) {
      console.error("a mail of the outbox failed:", error);
      message.retry();
    }
  }
}
