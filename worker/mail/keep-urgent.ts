import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { seal } from "../crypto/seal.ts";
import { utf8 } from "../crypto/utf8.ts";
import { minute, second } from "../time.ts";
import type { World } from "../world.ts";
import { handOverMails } from "./hand-over.ts";
import type { Letter, Mail } from "./mail.ts";
import { urgentMinutes } from "./rules.ts";
import { insertUrgentMail } from "./store.ts";

/** What a letter in the outbox is sealed for: no other row's opens in its place. */
export function letterContext(id: string): string[] {
  return ["outbox", id];
}

/**
 * Keeps a mail with a code or a link that the provider refused for its rate, sealed (promise C2), until it can be sent:
 * for ten minutes, and no longer than its code or invitation is good. `mail_not_sent` where the provider wants to wait
 * longer than that.
 */
export async function keepUrgentMail(
  world: World,
  { id, to, invited, subject, text, html }: Mail,
  retryAfterSeconds: number,
): Promise<Outcome<void, "mail_not_sent">> {
  const nextTryAt = world.now + Math.ceil(retryAfterSeconds * second);
  const expiresAt = world.now + urgentMinutes * minute;
  if (nextTryAt >= expiresAt) {
    console.error(`mail ${id} was not sent: rate limited for ${retryAfterSeconds} s`);
    return fail("mail_not_sent");
  }
  const letter: Letter = { subject, text, html };
  const bytes = utf8(JSON.stringify(letter));
  const sealed = await seal(world.settings.sealKeys, letterContext(id), bytes, world.random);
  await insertUrgentMail(world.db, { id, to, invited: invited ?? null, sealed, now: world.now, nextTryAt, expiresAt });
  world.afterAnswer(() => handOverMails(world, [id], Math.ceil(retryAfterSeconds)));
  return ok(undefined);
}
