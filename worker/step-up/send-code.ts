import type { EmailCodeSent } from "../../shared/contract/email-code.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { addressIsStill } from "../account/store.ts";
import { maskEmail } from "../email-address/rules.ts";
import { codeLetter } from "../email-code/letter.ts";
import { sendEmailCode } from "../email-code/send.ts";
import { emailIsMethod } from "../email-code/store.ts";
import { both } from "../guard.ts";
import { makeNotMeLink } from "../mail/not-me-link.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";
import { stepUpMethods } from "./methods.ts";

/** Mails a code for the step-up of this one session. `not_found`: e-mail is no second factor of the account. */
export async function sendStepUpCode(
  world: World,
  session: CurrentSession,
): Promise<Outcome<EmailCodeSent, "mail_not_sent" | "too_many_attempts" | "not_found", ProblemDetails>> {
  if (!(await stepUpMethods(world, session)).includes("email")) return fail("not_found");
  const { id, email, locale } = session.account;
  // What ends these codes may come between reading the session and this.
  const guard = both(addressIsStill(session.account), emailIsMethod(id));
  const notMeLink = await makeNotMeLink(world, id);
  const letter = (code: string) => codeLetter(world, { purpose: "step_up", locale, code, notMeLink });
  const sent = await sendEmailCode(world, { purpose: "step_up", subject: session.id, to: email, letter, guard });
  if (!sent.ok) return sent;
  return ok({
    sentTo: maskEmail(email),
    expiresAt: new Date(sent.value.expiresAt).toISOString(),
    resendAfter: new Date(sent.value.resendAfter).toISOString(),
  });
}
