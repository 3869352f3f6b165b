import type { Locale } from "../../shared/contract/account.ts";
import { resendAfterSeconds } from "../../shared/contract/limits.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { macOf } from "../crypto/mac.ts";
import { randomDigits, randomId } from "../crypto/random.ts";
import type { Letter } from "../mail/mail.ts";
import { sendMail } from "../mail/send.ts";
import { secondsUntil } from "../throttle/rules.ts";
import type { World } from "../world.ts";
import { codeDigits, codeLifetimeMinutes, codeTries, type EmailCodePurpose, macContext } from "./rules.ts";
import { activateCode, deleteCode, newestCodeAt, reserveCode } from "./store.ts";

/** A code to send: to whom, what for, and the letter that carries it. */
export interface EmailCodeRequest {
  purpose: EmailCodePurpose;
  /** The one sign-up, sign-in, session or account that asks. */
  subject: string;
  to: string;
  locale: Locale;
  letter: (code: string) => Letter;
}

/** A code that is on its way. Times in milliseconds. */
export interface SentEmailCode {
  id: string;
  expiresAt: number;
  resendAfter: number;
}

/**
 * Sends a fresh code and voids the older ones of its subject (promise C2).
 * The place to send is taken first, so that of many requests at once one mail goes out; the code becomes good,
 * and the older ones void, only when the mail is on its way: where it fails, all is as it was before.
 */
export async function sendEmailCode(
  world: World,
  request: EmailCodeRequest,
): Promise<Outcome<SentEmailCode, "too_many_attempts" | "mail_not_sent", { retryAfter?: number }>> {
  const { purpose, subject } = request;
  const code = randomDigits(world.random, codeDigits);
  const id = randomId(world.random);
  const mac = await macOf(world.settings.macKey, macContext(purpose, subject), code);
  const expiresAt = world.now + codeLifetimeMinutes * 60_000;
  const pause = resendAfterSeconds * 1000;

  const row = { id, purpose, subject, mac, tries: codeTries, now: world.now, expiresAt };
  if (!(await reserveCode(world.db, row, world.now - pause))) {
    const newest = (await newestCodeAt(world.db, purpose, subject)) ?? world.now;
    return fail("too_many_attempts", { retryAfter: secondsUntil(newest + pause, world.now) });
  }
  const mailed = await sendMail(world, { id, to: request.to, ...request.letter(code) });
  if (!mailed.ok) {
    await deleteCode(world.db, id);
    return mailed;
  }
  await activateCode(world.db, { id, purpose, subject, now: world.now });
  return ok({ id, expiresAt, resendAfter: world.now + pause });
}
