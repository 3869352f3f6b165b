import { resendAfterSeconds } from "../../shared/contract/limits.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { macOf } from "../crypto/mac.ts";
import { randomDigits, randomId } from "../crypto/random.ts";
import { always, type Guard } from "../guard.ts";
import type { Letter } from "../mail/mail.ts";
import { sendMail } from "../mail/send.ts";
import { addressMac, networkMac } from "../throttle/key.ts";
import { secondsUntil } from "../throttle/rules.ts";
import type { World } from "../world.ts";
import { codeDigits, codeLifetimeMinutes, codeTries, type EmailCodePurpose, macContext } from "./rules.ts";
import { activateCode, deleteCode, type MailCount, nextPlaceAt, reserveCode } from "./store.ts";

/** A code to send: to whom, what for, and the letter that carries it. */
export interface EmailCodeRequest {
  purpose: EmailCodePurpose;
  /** The one sign-up, sign-in, session, reset or account that asks. */
  subject: string;
  to: string;
  /**
   * The subject is new, so no older code of it has to be voided: the code is good from the start, in a round trip less.
   * Nobody knows it before the mail is there.
   */
  isFirst?: true;
  /** Holds while the code may be sent at all; always, unless it says otherwise. */
  guard?: Guard;
  letter: (code: string) => Letter;
}

/** A code that is on its way. Times in milliseconds. */
export interface SentEmailCode {
  id: string;
  expiresAt: number;
  resendAfter: number;
}

interface Reserved extends SentEmailCode {
  code: string;
}

/**
 * Sends a fresh code and voids the older ones of its subject (promise C2).
 * The place to send is taken first, so that of many requests at once one mail goes out; the code becomes good,
 * and the older ones void, only when the mail is on its way: where it fails, all is as it was before.
 * `too_many_attempts`: one each 30 s and five an hour are sent to an address for a purpose, and for whom
 * asks; sixty an hour from a network (promise G4).
 */
export async function sendEmailCode(
  world: World,
  request: EmailCodeRequest,
): Promise<Outcome<SentEmailCode, "too_many_attempts" | "mail_not_sent", { retryAfter?: number }>> {
  const reserved = await reservePlace(world, request);
  if (!reserved.ok) return reserved;
  const { code, ...sent } = reserved.value;
  const mailed = await sendMail(world, { id: sent.id, to: request.to, ...request.letter(code) });
  if (!mailed.ok) {
    await deleteCode(world.db, sent.id);
    return mailed;
  }
  if (!request.isFirst) await activate(world, request, sent.id);
  return ok(sent);
}

/**
 * Makes a code and mails it after the answer, or where `isWanted` is false to nobody. Nobody who asks can tell which:
 * the same is done before the answer, the code takes tries either way, and a mail that fails changes nothing (promise P5).
 */
export async function sendEmailCodeUnseen(
  world: World,
  request: EmailCodeRequest,
  isWanted: boolean,
): Promise<Outcome<SentEmailCode, "too_many_attempts", { retryAfter?: number }>> {
  const reserved = await reservePlace(world, request);
  if (!reserved.ok) return reserved;
  const { code, ...sent } = reserved.value;
  world.afterAnswer(async () => {
    await activate(world, request, sent.id);
    if (isWanted) await sendMail(world, { id: sent.id, to: request.to, ...request.letter(code) });
  });
  return ok(sent);
}

function activate(world: World, { purpose, subject }: EmailCodeRequest, id: string): Promise<void> {
  return activateCode(world.db, { id, purpose, subject, now: world.now });
}

async function reservePlace(
  world: World,
  { purpose, subject, to, isFirst, guard = always }: EmailCodeRequest,
): Promise<Outcome<Reserved, "too_many_attempts", { retryAfter?: number }>> {
  const code = randomDigits(world.random, codeDigits);
  const id = randomId(world.random);
  const mac = await macOf(world.settings.macKey, macContext(purpose, subject), code);
  const expiresAt = world.now + codeLifetimeMinutes * 60_000;
  const count: MailCount = {
    purpose,
    subject,
    recipient: await addressMac(world, to),
    network: (await networkMac(world)) ?? "",
    now: world.now,
  };
  const row = { id, mac, tries: codeTries, expiresAt, sentAt: isFirst ? world.now : null };
  if (!(await reserveCode(world.db, row, count, guard))) {
    const next = await nextPlaceAt(world.db, count);
    return fail("too_many_attempts", { retryAfter: secondsUntil(next, world.now) });
  }
  return ok({ id, code, expiresAt, resendAfter: world.now + resendAfterSeconds * 1000 });
}
