import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { resendAfterSeconds } from "../../shared/contract/limits.ts";
import { type Failure, fail, type Outcome, ok } from "../../shared/outcome.ts";
import { macOf } from "../crypto/mac.ts";
import { randomDigits, randomId } from "../crypto/random.ts";
import { always, type Guard, never } from "../guard.ts";
import type { Letter } from "../mail/mail.ts";
import { mailboxMac } from "../mail/mailbox-mac.ts";
import { sendMail } from "../mail/send.ts";
import { addressMac, networkMac } from "../throttle/key.ts";
import { secondsUntil } from "../throttle/rules.ts";
import { minute, second } from "../time.ts";
import type { World } from "../world.ts";
import {
  codeDigits,
  codeLifetimeMinutes,
  codeTries,
  countsByNetwork,
  type EmailCodePurpose,
  macContext,
} from "./rules.ts";
import { activateCode, codeExists, deleteCode, type MailCount, nextPlaceAt, reserveCode } from "./store.ts";

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

/** A place to send a code, taken when `statement` is run and answers a row. */
export interface CodePlace {
  statement: D1PreparedStatement;
  /** Holds, later in the same batch, where it was taken. */
  isTaken: Guard;
  code: string;
  sent: SentEmailCode;
  /** Why it was not: how long to wait. */
  refused: () => Promise<Failure<"too_many_attempts", { retryAfter: number }>>;
  /** Makes the code good and the older ones of its subject void, once the mail is on its way. */
  activate: () => Promise<void>;
  /** Gives the place back: nothing was sent. */
  giveBack: () => Promise<void>;
}

/**
 * Sends a fresh code and voids the older ones of its subject (promise C2).
 * The place to send is taken first, so that of many requests at once one mail goes out; the code becomes good,
 * and the older ones void, only when the mail is on its way: where it fails, all is as it was before.
 * `too_many_attempts`: one each 30 s and five an hour are sent to an address for a purpose, and for whom
 * asks (promise G4).
 */
export async function sendEmailCode(
  world: World,
  request: EmailCodeRequest,
): Promise<Outcome<SentEmailCode, "too_many_attempts" | "mail_not_sent", { retryAfter?: number }>> {
  const place = await codePlace(world, request, { guard: request.guard ?? always });
  const { results } = await place.statement.all();
  if (results.length !== 1) return place.refused();
  return sendTo(world, request, place);
}

/** Sends the code of a place that was taken. Where the mail fails, the place is given back. */
export async function sendTo(
  world: World,
  { to, letter, isFirst }: Pick<EmailCodeRequest, "to" | "letter" | "isFirst">,
  { code, sent, activate, giveBack }: CodePlace,
): Promise<Outcome<SentEmailCode, "mail_not_sent">> {
  const mailed = await sendMail(world, { id: sent.id, to, ...letter(code) });
  if (!mailed.ok) {
    await giveBack();
    return mailed;
  }
  if (!isFirst) await activate();
  return ok(sent);
}

/**
 * Takes the next place to send a code in the caller's batch, while `guard` holds; where `whatever` does, no count
 * refuses it. Only what nobody has proved anything for is counted by network too (promise G6).
 */
export async function codePlace(
  world: World,
  { purpose, subject, to, isFirst }: Omit<EmailCodeRequest, "letter">,
  { whatever = never, guard = always }: { whatever?: Guard; guard?: Guard } = {},
): Promise<CodePlace> {
  const code = randomDigits(world.random, codeDigits);
  const id = randomId(world.random);
  const mac = await macOf(world.settings.macKey, macContext(purpose, subject), code);
  const expiresAt = world.now + codeLifetimeMinutes * minute;
  const count: MailCount = {
    purpose,
    subject,
    recipient: await addressMac(world, to),
    mailbox: await mailboxMac(world, to),
    network: (countsByNetwork(purpose) && (await networkMac(world))) || "",
    now: world.now,
  };
  const row = { id, mac, tries: codeTries, expiresAt, sentAt: isFirst ? world.now : null };
  return {
    statement: reserveCode(world.db, row, count, { whatever, guard }),
    isTaken: codeExists(id),
    code,
    sent: { id, expiresAt, resendAfter: world.now + resendAfterSeconds * second },
    async refused() {
      const next = await nextPlaceAt(world.db, count);
      return fail("too_many_attempts", { retryAfter: secondsUntil(next, world.now) });
    },
    activate: () => activateCode(world.db, { id, purpose, subject, now: world.now }),
    giveBack: () => deleteCode(world.db, id),
  };
}
