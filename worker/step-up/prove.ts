import type { ProblemDetails } from "../../shared/contract/errors.ts";
import type { Amr } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { findAccountWithPassword } from "../account/read.ts";
import { verifySecondFactor } from "../account/verify-second-factor.ts";
import { verifyPassword } from "../password/verify.ts";
import { type ElevatedSession, elevateSession } from "../session/elevate.ts";
import type { CurrentSession } from "../session/rules.ts";
import { signedInProof } from "../throttle/rules.ts";
import { forgiveTries, takeTry } from "../throttle/take-try.ts";
import type { World } from "../world.ts";
import { stepUpMethods } from "./methods.ts";

/** What a person proves it is them with. */
export type StepUpProof = { password: string } | { method: "app" | "email" | "recovery"; code: string };

type Refusal =
  | "wrong_credentials"
  | "wrong_code"
  | "code_expired"
  | "step_up_required"
  | "too_many_attempts"
  | "not_signed_in";

/**
 * Steps a session up for ten minutes and renews its token (promise S4). With two-factor on only a second factor
 * counts: a password is answered with `step_up_required` and the methods. Tries of a password and of codes
 * are counted apart, so that wrong ones of the one never lock the other.
 */
export async function proveStepUp(
  world: World,
  session: CurrentSession,
  proof: StepUpProof,
): Promise<Outcome<ElevatedSession, Refusal, ProblemDetails>> {
  const isPassword = "password" in proof;
  if (isPassword === session.twoFactorOn) {
    return fail("step_up_required", { methods: await stepUpMethods(world, session) });
  }
  const tries = `${isPassword ? "password" : "second-factor"}:${session.account.id}`;
  const taken = await takeTry(world, tries, signedInProof);
  if (!taken.ok) return taken;
  const proved = isPassword
    ? await provePassword(world, session, proof.password)
    : await verifySecondFactor(world, {
        accountId: session.account.id,
        ...proof,
        emailCode: { purpose: "step_up", subject: session.id },
      });
  if (!proved.ok) return proved;
  await forgiveTries(world, tries);
  const elevated = await elevateSession(world, session, proved.value);
  return elevated ? ok(elevated) : fail("not_signed_in");
}

async function provePassword(
  world: World,
  session: CurrentSession,
  password: string,
): Promise<Outcome<Amr, "wrong_credentials">> {
  const found = await findAccountWithPassword(world, session.account.id);
  const holder = found && { accountId: found.account.id, hash: found.passwordHash };
  return verifyPassword(world, holder, password) ? ok("pwd") : fail("wrong_credentials");
}
