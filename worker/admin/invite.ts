import type { Locale } from "../../shared/contract/account.ts";
import type { InvitationSent } from "../../shared/contract/admin.ts";
import { resendAfterSeconds } from "../../shared/contract/limits.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { invitationToSend } from "../sign-up/invitation/send.ts";
import { accountToMake } from "../sign-up/provision.ts";
import type { World } from "../world.ts";
import { findPerson } from "./people/list.ts";
import { recordAct } from "./record-act.ts";

/**
 * Invites somebody to choose the password of an account that is made for them, or that was made before and has none
 * yet. The answer never holds the link. An invitation that is still open is void from now on; another follows it half a
 * minute later at the soonest. `account_exists`: they have a password.
 */
export async function invitePerson(
  world: World,
  operator: CurrentOperator,
  { email, locale }: { email: string; locale: Locale },
): Promise<Outcome<InvitationSent, "account_exists" | "too_many_attempts" | "mail_not_sent", ProblemDetails>> {
  const found = await findPerson(world, email);
  if (found && found.status !== "invited") return fail("account_exists");
  const made = found ? null : accountToMake(world, { email, locale });
  const createdAt = new Date(world.now).toISOString();
  const invited = found ?? { id: made?.id ?? "", email, locale, createdAt, status: "invited" as const };
  const invitation = await invitationToSend(world, invited);
  const makes = made?.statements ?? [];
  const results = await world.db.batch([
    ...makes,
    invitation.statement,
    ...recordAct(world, operator, invited.id, "operator_invited", invitation.isKept),
  ]);
  if (results[makes.length]?.results.length !== 1) {
    return made ? fail("account_exists") : fail("too_many_attempts", { retryAfter: resendAfterSeconds });
  }
  const sent = await invitation.send();
  if (!sent.ok) return sent;
  return ok({ person: invited, expiresAt: new Date(invitation.expiresAt).toISOString() });
}
