import type { MailboxEntry } from "../../shared/contract/mailbox.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import type { Mail } from "./mail.ts";
import { mailHeaders } from "./mail.ts";

const keptSeconds = 60 * 60;
const shownAtMost = 100;
const prefix = "mail:";

// Keys sort the newest first: KV lists by key alone.
const endOfTime = 10 ** 15;

/** Keeps a mail for an hour instead of sending it. `mail_not_sent`: KV did not take it; the reason goes to the log. */
export async function keepInMailbox(world: World, mail: Mail): Promise<Outcome<void, "mail_not_sent">> {
  const { id, to, subject, text, html } = mail;
  const entry: MailboxEntry = {
    id,
    to,
    subject,
    text,
    html,
    headers: mailHeaders(mail),
    at: new Date(world.now).toISOString(),
  };
  const key = `${prefix}${endOfTime - world.now}:${mail.id}`;
  try {
    await world.mailbox.put(key, JSON.stringify(entry), { expirationTtl: keptSeconds });
    return ok(undefined);
  } catch (error) {
    console.error(`mail ${mail.id} was not kept:`, error);
    return fail("mail_not_sent");
  }
}

/** The mails of the last hour, the newest first. */
export async function readMailbox(world: World): Promise<MailboxEntry[]> {
  const { keys } = await world.mailbox.list({ prefix, limit: shownAtMost });
  const entries = await Promise.all(keys.map(({ name }) => world.mailbox.get<MailboxEntry>(name, "json")));
  return entries.filter((entry) => entry !== null);
}
