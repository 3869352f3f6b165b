import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { randomId } from "../crypto/random.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import type { Letter } from "./mail.ts";
import { sendQueuedMail } from "./send-queued.ts";
import { insertMail } from "./store.ts";

/** A letter to somebody. */
export interface MailToQueue {
  /** The account that it is about, with which it goes; left out where it must outlive the account. */
  accountId?: string;
  to: string;
  letter: Letter;
}

/**
 * A statement that puts a mail into the outbox while `guard` holds, in the batch of what it tells of (promise S7).
 * It is sent after the answer; where that fails, the cron trigger tries again. Not for mails that carry a code:
 * whoever waits for one must be told at once that it was not sent.
 */
export function queueMail(world: World, { accountId, to, letter }: MailToQueue, guard: Guard): D1PreparedStatement {
  const id = randomId(world.random);
  world.afterAnswer(() => sendQueuedMail(world, id));
  return insertMail(world.db, { id, accountId: accountId ?? null, to, ...letter, now: world.now }, guard);
}
