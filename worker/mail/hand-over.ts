import type { Queue } from "@cloudflare/workers-types";
import type { World } from "../world.ts";
import type { DueMail } from "./due-mail.ts";
import { messagesAtOnce } from "./rules.ts";

/** The Queue that mails go through; undefined where none is bound, or none is needed since nothing is sent. */
export function mailQueueOf({ mails, settings }: World): Queue<DueMail> | undefined {
  return settings.mail.kind === "resend" ? mails : undefined;
}

/** Hands mails of the outbox to the Queue, whose consumer sends them; where there is none, the cron trigger does. */
export async function handOverMails(world: World, ids: readonly string[], delaySeconds = 0): Promise<void> {
  const queue = mailQueueOf(world);
  if (!queue) return;
  for (let at = 0; at < ids.length; at += messagesAtOnce) {
    const messages = ids.slice(at, at + messagesAtOnce).map((mail) => ({ body: { mail } }));
    await queue.sendBatch(messages, { delaySeconds });
  }
}
