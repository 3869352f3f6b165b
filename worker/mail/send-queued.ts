import { localeOf } from "../../shared/contract/locale.ts";
import { open } from "../crypto/seal.ts";
import { second } from "../time.ts";
import type { World } from "../world.ts";
import { waitForTurn } from "./gate.ts";
import { gatheredLetter } from "./gathered-news.ts";
import { handOverMails, mailQueueOf } from "./hand-over.ts";
import { letterContext } from "./keep-urgent.ts";
import type { Letter } from "./mail.ts";
import { makeNotMeLink } from "./not-me-link.ts";
import { handedOverInARun, outboxRetries, sentInARun } from "./rules.ts";
import { trySending } from "./send.ts";
import {
  claimDueMail,
  claimMail,
  deleteGivenUp,
  deleteMail,
  findDueMails,
  keepLetter,
  mailWaits,
  noteSent,
  type OutboxRow,
  postponeMail,
} from "./store.ts";

/**
 * Sends one mail of the outbox by the Queue, or where there is none itself, unless it was never put there, is not due, or
 * somebody else has it in hand. While the provider refuses mails it waits, so that codes come first.
 */
export async function sendQueuedMail(world: World, id: string): Promise<void> {
  if (mailQueueOf(world)) {
    if (await mailWaits(world.db, id)) await handOverMails(world, [id]);
    return;
  }
  if (waitForTurn(world.mailGate, Date.now()) > 0) return;
  const row = await claimMail(world.db, id, world.now, outboxRetries);
  if (row) await sendRow(world, row);
}

/**
 * What the cron trigger does with the mails that are due: it hands them to the Queue, or where there is none sends as
 * many as one run may, codes first, at `MAIL_PER_SECOND`.
 */
export async function sendDueMails(world: World): Promise<void> {
  if (mailQueueOf(world)) {
    const limits = { tries: outboxRetries.tries, limit: handedOverInARun };
    return handOverMails(world, await findDueMails(world.db, world.now, limits));
  }
  const { mail } = world.settings;
  const atMost = mail.kind === "resend" ? sentInARun(mail.perSecond) : handedOverInARun;
  for (let sent = 0; sent < atMost; sent++) {
    if ((await sendNextMail(world)) !== "sent") return;
    await keepPace(world);
  }
}

/**
 * Sends the mail that is due and most urgent. Returns `nothing` where none is, or the seconds for which the provider
 * takes no more.
 */
export async function sendNextMail(world: World): Promise<"sent" | "nothing" | { retryAfter: number }> {
  const row = await claimDueMail(world.db, world.now, outboxRetries);
  return row ? sendRow(world, row) : "nothing";
}

/** Gives up `limit` mails at most whose last try was cut short or whose code has expired, each said in the log by its id alone. */
export async function giveUpMails(world: World, limit: number): Promise<void> {
  const policy = { now: world.now, tries: outboxRetries.tries, limit };
  for (const { id } of await deleteGivenUp(world.db, policy)) console.error(`mail ${id} was given up`);
}

/** Waits as long as the pace of `MAIL_PER_SECOND` asks between two mails. */
export async function keepPace({ settings: { mail } }: World): Promise<void> {
  if (mail.kind === "resend") await new Promise((resolve) => setTimeout(resolve, 1000 / mail.perSecond));
}

async function sendRow(world: World, row: OutboxRow): Promise<"sent" | { retryAfter: number }> {
  const { id, tries } = row;
  const letter = await letterOf(world, row);
  const sent = letter && (await trySending(world, { id, to: row.recipient, ...letter }));
  if (sent && !sent.ok && sent.code === "rate_limited") {
    const retryAfter = sent.details.retryAfter ?? 1;
    await postponeMail(world.db, id, world.now + retryAfter * second);
    return { retryAfter };
  }
  const isLost = !letter || (!sent?.ok && tries >= outboxRetries.tries);
  if (isLost) console.error(`mail ${id} was given up after ${tries} tries`);
  // A code was counted when it was made.
  if (isLost || (sent?.ok && row.is_urgent)) await deleteMail(world.db, id);
  else if (sent?.ok) await noteSent(world.db, id, world.now);
  return "sent";
}

/** What a row says; null where its sealing key is gone or the row was altered. */
async function letterOf(world: World, row: OutboxRow): Promise<Letter | null> {
  const { id, sealed, news, subject, text, html } = row;
  if (sealed !== null) {
    const opened = await open(world.settings.sealKeys, letterContext(id), sealed);
    return opened.ok ? (JSON.parse(new TextDecoder().decode(opened.value.plain)) as Letter) : null;
  }
  if (news === null) return { subject, text, html };
  const locale = localeOf(row.locale);
  const letter = gatheredLetter(world, locale, news, await makeNotMeLink(world, row.account_id ?? ""));
  await keepLetter(world.db, id, letter);
  return letter;
}
