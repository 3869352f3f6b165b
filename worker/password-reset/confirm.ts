import type { ConfirmReset } from "../../shared/contract/password.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome } from "../../shared/outcome.ts";
import { checkPassword } from "../password/check.ts";
import { passwordMatches } from "../password/hash.ts";
import type { StartedSignIn } from "../sign-in/start.ts";
import type { World } from "../world.ts";
import { type BegunWait, resetAfterWait } from "./after-wait.ts";
import { resetAtOnce } from "./at-once.ts";
import { proveByCode } from "./by-code.ts";
import { proveByLink } from "./by-link.ts";
import { hoursToWait, resetInDispute } from "./in-dispute.ts";
import type { ProvedReset } from "./proved.ts";

type Refusal =
  | "wrong_code"
  | "code_expired"
  | "link_required"
  | "link_expired"
  | "password_rejected"
  | "account_disabled"
  | "too_many_attempts";

/**
 * Sets a new password by a mailed code or its link (promise S3). With two-factor on it answers a second step, which is
 * never the e-mail again; where that is the only one, the new password waits. A password that the policy refuses costs
 * no try and no link; nothing of it, nor whether it is the old one, is told to anybody without the right code or link.
 */
export async function confirmPasswordReset(
  world: World,
  wish: ConfirmReset,
): Promise<Outcome<StartedSignIn | BegunWait, Refusal, ProblemDetails>> {
  if ("link" in wish) {
    const proved = await proveByLink(world, wish);
    return proved.ok ? allow(world, proved.value) : proved;
  }
  const proved = await proveByCode(world, wish);
  if (!proved.ok) return proved;
  const allowed = await allow(world, proved.value);
  const isPolicy = !allowed.ok && allowed.code === "password_rejected" && !isSameAsBefore(allowed.details);
  if (isPolicy) await world.db.batch(proved.value.giveBack);
  return allowed;
}

async function allow(
  world: World,
  proved: ProvedReset,
): Promise<Outcome<StartedSignIn | BegunWait, Refusal, ProblemDetails>> {
  const { found, newPassword } = proved;
  const { email, twoFactor } = found.account;
  if (found.disabledAt !== null) return fail("account_disabled");
  const { reasons } = await checkPassword(world, newPassword, { email });
  if (reasons.length > 0) return fail("password_rejected", { reasons });
  // Told at the price of a try: anyone who reads the mails must not search the old password by it.
  if (await passwordMatches(found.passwordHash, newPassword)) {
    return fail("password_rejected", { reasons: ["same_as_before"] });
  }
  const hours = hoursToWait(found);
  if (found.dispute && hours > 0) {
    return resetInDispute(world, { ...proved, found: { ...found, dispute: found.dispute } }, hours);
  }
  const hasOnlyEmail = twoFactor.methods.length > 0 && twoFactor.methods.every(({ type }) => type === "email");
  return hasOnlyEmail ? resetAfterWait(world, proved) : resetAtOnce(world, proved);
}

function isSameAsBefore({ reasons = [] }: ProblemDetails): boolean {
  return reasons.includes("same_as_before");
}
