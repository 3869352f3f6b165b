import type { EmailEnrolment } from "../../shared/contract/email-code.ts";
import type { MethodConfirmed } from "../../shared/contract/two-factor.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { addressIsStill } from "../account/store.ts";
import { maskEmail } from "../email-address/rules.ts";
import { codeLetter } from "../email-code/letter.ts";
import { addEmailMethod } from "../email-code/method.ts";
import { sendChangeCode } from "../email-code/send-for-change.ts";
import { judgeAddressCode } from "../email-code/verify-address.ts";
import { makeNotMeLink } from "../mail/not-me-link.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";
import { activateMethod } from "./activate.ts";

/** Mails the code that makes the account's address a second factor once it comes back. */
export async function enrolEmail(
  world: World,
  account: CurrentSession["account"],
): Promise<Outcome<EmailEnrolment, "mail_not_sent" | "too_many_attempts", { retryAfter?: number }>> {
  const { id: subject, email: to, locale } = account;
  const guard = addressIsStill(account);
  const notMeLink = await makeNotMeLink(world, subject);
  const letter = (code: string) => codeLetter(world, { purpose: "enrol", locale, code, notMeLink });
  const change = { accountId: subject, kind: "method_added" } as const;
  const sent = await sendChangeCode(world, { purpose: "enrol", subject, to, letter, guard }, change);
  if (!sent.ok) return sent;
  const { id, expiresAt } = sent.value;
  return ok({ id, sentTo: maskEmail(to), expiresAt: new Date(expiresAt).toISOString() });
}

/** Makes the address a second factor by that code, as any other method is made (promise S5). */
export async function confirmEmailMethod(
  world: World,
  session: CurrentSession,
  { id, code }: { id: string; code: string },
): Promise<
  Outcome<
    MethodConfirmed,
    "wrong_code" | "code_expired" | "too_many_attempts",
    { attemptsLeft?: number; retryAfter?: number }
  >
> {
  const accountId = session.account.id;
  const attempt = { purpose: "enrol", subject: accountId, accountId, id, code } as const;
  const verified = await judgeAddressCode(world, attempt, { accountId, kind: "method_added" });
  if (!verified.ok) return verified;
  const method = addEmailMethod(world, session.account, id);
  return activateMethod(world, session, method, { forgive: verified.value.forgive });
}
