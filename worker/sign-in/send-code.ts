import type { Account } from "../../shared/contract/account.ts";
import type { EmailCodeSent } from "../../shared/contract/email-code.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { findAccountWithPassword } from "../account/read.ts";
import { hashToken } from "../crypto/token.ts";
import { maskEmail } from "../email-address/rules.ts";
import { expiryOf, findLivingCode } from "../email-code/find-living.ts";
import { codeLetter } from "../email-code/letter.ts";
import { type SentEmailCode, sendEmailCode } from "../email-code/send.ts";
import { makeNotMeLink } from "../mail/not-me-link.ts";
import { findSignIn, type SignInRow, shareCode, signInsOf } from "../pending-sign-in/store.ts";
import type { World } from "../world.ts";
import { nextStep } from "./next-step.ts";

/** Mails a code for this one sign-in in progress; with `isFirst` one that has just begun. */
export async function sendSecondStepCode(
  world: World,
  signInId: string,
  { id, email, locale }: Pick<Account, "id" | "email" | "locale">,
  isFirst?: true,
): Promise<Outcome<SentEmailCode, "mail_not_sent" | "too_many_attempts", { retryAfter?: number }>> {
  const notMeLink = await makeNotMeLink(world, id);
  const letter = (code: string) => codeLetter(world, { purpose: "second_step", locale, code, notMeLink });
  return sendEmailCode(world, { purpose: "second_step", subject: signInId, to: email, letter, isFirst });
}

/**
 * Lets a sign-in that has just begun, and that no mail was sent for, accept the code that was mailed for an earlier one
 * of the account: that one lives no longer and has no more tries by it, and serves once. Returns when it expires, in
 * milliseconds; null where no such code is alive.
 */
export async function acceptEarlierCode(world: World, signInId: string, accountId: string): Promise<number | null> {
  const living = findLivingCode(world, "second_step", signInsOf(accountId, world.now));
  const [found] = await world.db.batch([living.statement, shareCode(world.db, signInId, living.subject)]);
  return expiryOf(found?.results);
}

/** Mails a new code to somebody whose sign-in may use one; the older ones are void. `not_found`: e-mail is not enrolled. */
export async function resendSecondStepCode(
  world: World,
  secret: string,
): Promise<
  Outcome<EmailCodeSent, "mail_not_sent" | "too_many_attempts" | "sign_in_expired" | "not_found", ProblemDetails>
> {
  const signInId = await hashToken(secret);
  const signIn = await findSignIn(world.db, signInId, world.now).first<SignInRow>();
  if (!signIn) return fail("sign_in_expired");
  const found = await findAccountWithPassword(world, signIn.account_id);
  if (!found) return fail("sign_in_expired");
  const { account } = found;
  const step = nextStep(account, { ...found, isRemembered: false });
  if (step.kind === "complete" || !step.methods.includes("email")) return fail("not_found");
  const sent = await sendSecondStepCode(world, signIn.mailed_for ?? signInId, account);
  if (!sent.ok) return sent;
  return ok({
    sentTo: maskEmail(account.email),
    expiresAt: new Date(sent.value.expiresAt).toISOString(),
    resendAfter: new Date(sent.value.resendAfter).toISOString(),
  });
}
