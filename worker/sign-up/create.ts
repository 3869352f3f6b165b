import type { Locale } from "../../shared/contract/account.ts";
import { localeOf } from "../../shared/contract/locale.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import type { Verification } from "../../shared/contract/verification.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { randomId } from "../crypto/random.ts";
import { emailKey, emailKeys, keptAddress } from "../email-address/rules.ts";
import { codeLetter } from "../email-code/letter.ts";
import { type CodePlace, codePlace, sendEmailCode, sendTo } from "../email-code/send.ts";
import { known } from "../guard.ts";
import type { Letter } from "../mail/mail.ts";
import { checkPassword } from "../password/check.ts";
import { hashPassword } from "../password/hash.ts";
import { networkMac } from "../throttle/key.ts";
import { signUps } from "../throttle/rules.ts";
import { tryToTake } from "../throttle/take-try.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import { addressTakenLetter } from "./letter.ts";
import { deleteSignUp, extendSignUp, findSignUp, insertSignUp } from "./store.ts";

type NotSent = "too_many_attempts" | "mail_not_sent";

/**
 * Starts an account: nothing signs in before the code that is mailed comes back. A taken address gets the same answer
 * for the same work, and its owner a mail that says so, to the address as the account has it; the code kept for it was sent to nobody (promise P5).
 */
export async function createAccount(
  world: World,
  wish: { email: string; password: string; locale: Locale },
): Promise<Outcome<Verification, NotSent | "password_rejected", ProblemDetails>> {
  const { password, locale } = wish;
  const email = keptAddress(wish.email);
  const id = randomId(world.random);
  const place = await takePlace(world, { purpose: "verify_address", subject: id, to: email });
  if (!place.ok) return place;
  const { reasons } = await checkPassword(world, password, { email });
  if (reasons.length > 0) {
    await place.value.giveBack();
    return fail("password_rejected", { reasons });
  }
  const kept = await insertSignUp(world.db, {
    id,
    email,
    emailKey: emailKey(email),
    emailKeys: emailKeys(wish.email),
    locale,
    passwordHash: hashPassword(password, world.random),
    now: world.now,
    expiresAt: world.now + signUpLifetimeMinutes * minute,
  });
  const takenBy = kept?.taken_by ?? null;
  const letter = verificationLetter(world, locale, takenBy !== null);
  const sent = await sendTo(world, { to: takenBy ?? email, letter }, place.value);
  if (sent.ok) return ok({ id, expiresAt: new Date(sent.value.expiresAt).toISOString() });
  await deleteSignUp(world.db, id).run();
  return sent;
}

/**
 * Counts a sign-up by its network and takes the place of its mail, both or neither, in one round trip and before any
 * work is done for it (promise G8).
 */
async function takePlace(
  world: World,
  mail: { purpose: "verify_address"; subject: string; to: string },
): Promise<Outcome<CodePlace, "too_many_attempts", { retryAfter?: number }>> {
  const network = await networkMac(world);
  const counter = { key: known(`sign-up:network:${network}`), policy: signUps };
  const attempt = network === null ? null : tryToTake(world, [counter]);
  const place = await codePlace(world, mail, { guard: attempt?.isTaken });
  const results = await world.db.batch([...(attempt?.statements ?? []), place.statement]);
  const counted = attempt?.read(results);
  if (counted?.ok === false) return counted;
  return results.at(-1)?.results.length === 1 ? ok(place) : place.refused();
}

/** Sends the code of a started account again and voids the old one; a sign-up that is gone gets `code_expired`. */
export async function resendVerification(
  world: World,
  id: string,
): Promise<Outcome<Verification, NotSent | "code_expired", ProblemDetails>> {
  const row = await findSignUp(world.db, id, world.now);
  if (!row) return fail("code_expired");
  const locale = localeOf(row.locale);
  const sent = await sendVerification(world, { id, email: row.email, locale, takenBy: row.taken_by });
  if (sent.ok) await extendSignUp(world.db, id, Date.parse(sent.value.expiresAt)).run();
  return sent;
}

async function sendVerification(
  world: World,
  { id, email, locale, takenBy }: { id: string; email: string; locale: Locale; takenBy: string | null },
): Promise<Outcome<Verification, NotSent, { retryAfter?: number }>> {
  const sent = await sendEmailCode(world, {
    purpose: "verify_address",
    subject: id,
    to: takenBy ?? email,
    letter: verificationLetter(world, locale, takenBy !== null),
  });
  return sent.ok ? ok({ id, expiresAt: new Date(sent.value.expiresAt).toISOString() }) : sent;
}

function verificationLetter(world: World, locale: Locale, taken: boolean): (code: string) => Letter {
  return (code) =>
    taken ? addressTakenLetter(world, locale) : codeLetter(world, { purpose: "verify_address", locale, code });
}

/** How long a started account waits for the code that proves its address. */
export const signUpLifetimeMinutes = 10;
