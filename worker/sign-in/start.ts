import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type AccountWithPassword, findAccountWithPassword } from "../account/read.ts";
import { both, type Guard } from "../guard.ts";
import { passwordIsStill } from "../password/store.ts";
import { judgePassword } from "../password/verify.ts";
import type { ClaimedBrowser } from "../trusted-browser/recognise.ts";
import { noMethodLeft } from "../two-factor/remove.ts";
import { applyTwoFactorReset } from "../two-factor/reset/apply.ts";
import type { World } from "../world.ts";
import { applyWaitingPassword } from "./apply-waiting-password.ts";
import { beginSession } from "./begin-session.ts";
import type { CompletedSignIn } from "./complete.ts";
import { nextStep } from "./next-step.ts";
import { type PasswordTry, type SignInClaims, takePasswordTry } from "./password-try.ts";
import { waitingReset } from "./refuse-suspended.ts";
import { type BegunSecondStep, beginSecondStep } from "./second-step.ts";

/** A sign-in after its password: complete, or waiting for a second step. */
export type StartedSignIn = CompletedSignIn | BegunSecondStep;

type Refusal =
  | "wrong_credentials"
  | "account_disabled"
  | "password_reset_required"
  | "mail_not_sent"
  | "too_many_attempts";

/**
 * Starts a sign-in by its password. With two-factor on, a right password makes no session: only a sign-in in progress,
 * a thing of its own (promise S2), unless the account remembers this browser. An unknown address costs the same work
 * and gets the same answer (promise P5).
 */
export async function startSignIn(
  world: World,
  { password, ...claims }: SignInClaims & { password: string },
): Promise<Outcome<StartedSignIn, Refusal, ProblemDetails>> {
  const taken = await takePasswordTry(world, claims);
  if (!taken.ok) return taken;
  const read = taken.value.found && (await applyWaitingPassword(world, taken.value.found));
  const found = read && (await applyTwoFactorReset(world, read));
  const first = await judgeAndBegin(world, found, password, taken.value);
  if (found === null || !first.isOvertaken) return first.begun;
  const again = await findAccountWithPassword(world, found.account.id);
  return (await judgeAndBegin(world, again, password, { ...taken.value, forgive: [] })).begun;
}

/**
 * Judges the password and begins what it allows. `isOvertaken`: it was right and nothing has begun, for another right
 * sign-in hashed it anew at the same moment; what counts is what it is now.
 */
async function judgeAndBegin(
  world: World,
  found: AccountWithPassword | null,
  password: string,
  { decoy, browser, forgive }: Omit<PasswordTry, "found">,
): Promise<{ begun: Outcome<StartedSignIn, Refusal, ProblemDetails>; isOvertaken: boolean }> {
  const holder = found && { accountId: found.account.id, hash: found.passwordHash };
  const judged = await judgePassword(world, holder, password, decoy);
  if (judged.is === "void") {
    return { begun: fail("password_reset_required", found ? waitingReset(found) : {}), isOvertaken: false };
  }
  if (judged.is === "wrong" || !found) return { begun: fail("wrong_credentials"), isOvertaken: false };
  // Only who has the password learns of it, as with one that is void.
  if (found.disabledAt !== null) return { begun: fail("account_disabled"), isOvertaken: false };
  const also = [...forgive, ...judged.rehash];
  const step = nextStep(found.account, { ...found, isRemembered: browser !== null });
  const guard = passwordIsStill(found.account.id, found.passwordHash);
  const begun =
    step.kind === "second_step"
      ? await beginSecondStep(world, found.account, step, { guard, also })
      : await completeByPassword(world, found, browser, also);
  return { begun, isOvertaken: !begun.ok && begun.code === "wrong_credentials" && judged.rehash.length > 0 };
}

/** Begins the session of somebody of whom no second step is asked, unless what was read has changed meanwhile. */
async function completeByPassword(
  world: World,
  { account, passwordHash }: AccountWithPassword,
  browser: ClaimedBrowser | null,
  also: PasswordTry["forgive"],
): Promise<Outcome<CompletedSignIn, "wrong_credentials">> {
  const stillNoStep: Guard = browser?.isRemembered ?? noMethodLeft(account.id);
  const still = both(stillNoStep, passwordIsStill(account.id, passwordHash));
  const { session, statements } = await beginSession(world, account, { amr: ["pwd"] }, still);
  const [begun] = await world.db.batch([...statements, ...(browser ? [browser.noteUse] : []), ...also]);
  if (begun?.results.length !== 1) return fail("wrong_credentials");
  return ok({ kind: "complete", account, session });
}
