import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { randomId } from "../crypto/random.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import type { NewsToGather } from "./gathered-news.ts";
import type { Letter } from "./mail.ts";
import { sendQueuedMail } from "./send-queued.ts";
import { insertMail, insertNews } from "./store.ts";

/** A letter to somebody. */
export interface MailToQueue {
  /** The account that it is about, with which it goes; left out where it must outlive the account. */
  accountId?: string;
  to: string;
  letter: Letter;
  /** What it is about, by which changes are limited. */
  kind?: string;
  /** What stands for the mailbox that it counts for. */
  mailbox?: string;
  /** What is told instead, in one mail with the others, where there have been many (promise G7). */
  gathered?: NewsToGather;
}

/**
 * A statement that puts a mail into the outbox while `guard` holds, in the batch of what it tells of (promise S7).
 * It is sent after the answer; where that fails, the cron trigger tries again. Not for mails that carry a code:
 * a person who waits for one must be told immediately that it was not sent.
 */
export function queueMail(
  world: World,
  { accountId = "", to, letter, kind = "", mailbox = "", gathered }: MailToQueue,
  guard: Guard,
): D1PreparedStatement {
  const id = randomId(world.random);
  world.afterAnswer(() => sendQueuedMail(world, id));
  const mail = { id, accountId: accountId || null, to, ...letter, kind, mailbox, now: world.now };
  return gathered ? insertNews(world.db, mail, gathered, guard) : insertMail(world.db, mail, guard);
}
