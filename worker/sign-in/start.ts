import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { AccountWithPassword } from "../account/read.ts";
import { noMethodLeft } from "../account/remove-method.ts";
import { applyTwoFactorReset } from "../account/two-factor-reset/apply.ts";
import type { ClaimedDevice } from "../device/recognise.ts";
import { both, type Guard } from "../guard.ts";
import { passwordIsStill } from "../password/guard.ts";
import { applyWaitingPassword } from "../password/reset/apply.ts";
import { judgePassword } from "../password/verify.ts";
import type { World } from "../world.ts";
import { beginSession } from "./begin-session.ts";
import type { CompletedSignIn } from "./complete.ts";
import { nextStep } from "./next-step.ts";
import { type PasswordTry, takePasswordTry } from "./password-try.ts";
import { type BegunSecondStep, beginSecondStep } from "./second-step.ts";

/** A sign-in after its password: complete, or waiting for a second step. */
export type StartedSignIn = CompletedSignIn | BegunSecondStep;

/**
 * Starts a sign-in by its password. With two-factor on, a right password makes no session: only a sign-in in progress,
 * a thing of its own (promise S2), unless the account remembers this browser. An unknown address costs the same work
 * and gets the same answer (promise P5).
 */
export async function startSignIn(
  world: World,
  { email, password, deviceToken }: { email: string; password: string; deviceToken: string | undefined },
): Promise<
  Outcome<
    StartedSignIn,
    "wrong_credentials" | "account_disabled" | "password_reset_required" | "mail_not_sent" | "too_many_attempts",
    { retryAfter?: number }
  >
> {
  const taken = await takePasswordTry(world, email, deviceToken);
  if (!taken.ok) return taken;
  const { device, forgive } = taken.value;
  const read = taken.value.found && (await applyWaitingPassword(world, taken.value.found));
  const found = read && (await applyTwoFactorReset(world, read));
  const holder = found && { accountId: found.account.id, hash: found.passwordHash };
  const judged = judgePassword(world, holder, password);
  if (judged === "void") return fail("password_reset_required");
  if (judged === "wrong" || !found) return fail("wrong_credentials");
  // Only who has the password learns of it, as with one that is void.
  if (found.disabledAt !== null) return fail("account_disabled");
  const step = nextStep(found.account, { barsEmailStep: found.barsEmailStep, isRemembered: device !== null });
  if (step.kind === "second_step") {
    const guard = passwordIsStill(found.account.id, found.passwordHash);
    return beginSecondStep(world, found.account, step, { guard, also: forgive });
  }
  return completeByPassword(world, found, device, forgive);
}

/** Begins the session of somebody of whom no second step is asked, unless what was read has changed meanwhile. */
async function completeByPassword(
  world: World,
  { account, passwordHash }: AccountWithPassword,
  device: ClaimedDevice | null,
  forgive: PasswordTry["forgive"],
): Promise<Outcome<CompletedSignIn, "wrong_credentials">> {
  const stillNoStep: Guard = device?.isRemembered ?? noMethodLeft(account.id);
  const still = both(stillNoStep, passwordIsStill(account.id, passwordHash));
  const { session, statements } = await beginSession(world, account, ["pwd"], still);
  const [begun] = await world.db.batch([...statements, ...forgive, ...(device ? [device.noteUse] : [])]);
  if (begun?.results.length !== 1) return fail("wrong_credentials");
  return ok({ kind: "complete", account, session });
}
