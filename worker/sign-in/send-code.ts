import type { Account } from "../../shared/contract/account.ts";
import type { EmailCodeSent } from "../../shared/contract/email-code.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { findAccountWithPassword } from "../account/read.ts";
import { hashToken } from "../crypto/token.ts";
import { maskEmail } from "../email-address/rules.ts";
import { codeLetter } from "../email-code/letter.ts";
import { type SentEmailCode, sendEmailCode } from "../email-code/send.ts";
import { makeNotMeLink } from "../mail/not-me-link.ts";
import { findSignIn, type SignInRow } from "../pending-sign-in/store.ts";
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
  const sent = await sendSecondStepCode(world, signInId, account);
  if (!sent.ok) return sent;
  return ok({
    sentTo: maskEmail(account.email),
    expiresAt: new Date(sent.value.expiresAt).toISOString(),
    resendAfter: new Date(sent.value.resendAfter).toISOString(),
  });
}
