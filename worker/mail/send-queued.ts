import type { World } from "../world.ts";
import { mailsInARun, outboxRetries } from "./rules.ts";
import { sendMail } from "./send.ts";
import { claimDueMail, claimMail, deleteMail, type OutboxRow } from "./store.ts";

/** Sends one mail of the outbox, unless it was never put there or somebody else has it in hand. */
export async function sendQueuedMail(world: World, id: string): Promise<void> {
  const row = await claimMail(world.db, id, world.now, outboxRetries);
  if (row) await sendAndDelete(world, row);
}

/** Sends the mails of the outbox that are due, the oldest first, as many as one run may. */
export async function sendDueMails(world: World): Promise<void> {
  for (let sent = 0; sent < mailsInARun; sent++) {
    const row = await claimDueMail(world.db, world.now, outboxRetries);
    if (!row) return;
    await sendAndDelete(world, row);
  }
}

async function sendAndDelete(world: World, row: OutboxRow): Promise<void> {
  const { id, recipient: to, subject, text, html } = row;
  const sent = await sendMail(world, { id, to, subject, text, html });
  const lastTry = row.tries >= outboxRetries.tries;
  if (!sent.ok && lastTry) console.error(`mail ${id} was given up after ${row.tries} tries`);
  if (sent.ok || lastTry) await deleteMail(world.db, id);
}
