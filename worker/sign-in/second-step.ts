import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Account } from "../../shared/contract/account.ts";
import type { SecondStepAnswer } from "../../shared/contract/sign-in.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { newToken } from "../crypto/token.ts";
import { maskEmail } from "../email-address/rules.ts";
import type { Guard } from "../guard.ts";
import { signInLifetimeMinutes, signInTries } from "../pending-sign-in/rules.ts";
import { deleteSignIn, insertSignIn } from "../pending-sign-in/store.ts";
import { minute, second } from "../time.ts";
import type { World } from "../world.ts";
import type { NextStep } from "./next-step.ts";
import { acceptEarlierCode, sendSecondStepCode } from "./send-code.ts";

/** A sign-in that waits for its second step. */
export interface BegunSecondStep {
  kind: "second_step";
  answer: SecondStepAnswer;
}

/** A code was mailed, or none is asked for. */
const mailed: NotMailed = { retryAfter: undefined, codeExpiresAt: null };

type SecondStep = NextStep & { kind: "second_step" };

/** A reset that waits while recent changes are disputed; `readyAt` in milliseconds. */
export interface DisputedReset {
  resetId: string;
  readyAt: number;
}

/** No code could be mailed now. */
export interface NotMailed {
  /** Seconds until one can be. */
  retryAfter: number | undefined;
  /** When the code that was mailed before expires, which still works, in milliseconds; null where there is none. */
  codeExpiresAt: number | null;
}

/** A sign-in in progress that exists once `statement` was run and answered a row. */
export interface SecondStepToBegin {
  statement: D1PreparedStatement;
  signInId: string;
  /** What is answered once it has begun. */
  answer: (preferred: SecondStep["preferred"], notMailed?: NotMailed) => BegunSecondStep;
}

/**
 * Makes a sign-in in progress, to be kept in the caller's batch while `guard` holds. It is no session (promise S2). With
 * `disputed` it takes suspended methods, for that one reset (promise S10).
 */
export async function secondStepToBegin(
  world: World,
  account: Account,
  step: SecondStep,
  guard: Guard,
  disputed?: DisputedReset,
): Promise<SecondStepToBegin> {
  const { token, hash } = await newToken(world.random);
  const expiresAt = world.now + signInLifetimeMinutes * minute;
  const resetId = disputed?.resetId;
  const row = { id: hash, accountId: account.id, tries: signInTries, now: world.now, expiresAt, resetId };
  return {
    statement: insertSignIn(world.db, row, guard),
    signInId: hash,
    answer: (preferred, { retryAfter, codeExpiresAt } = mailed) => ({
      kind: "second_step",
      answer: {
        status: "second_step",
        signIn: token,
        expiresAt: new Date(expiresAt).toISOString(),
        methods: step.methods.map((type) => (type === "email" ? { type, sentTo: maskEmail(account.email) } : { type })),
        preferred,
        rememberDays: account.twoFactor.passkeysOnly || disputed ? 0 : world.settings.rememberDeviceDays,
        ...(disputed && { disputed: true as const, until: new Date(disputed.readyAt).toISOString() }),
        ...(retryAfter !== undefined && { resendAfter: new Date(world.now + retryAfter * second).toISOString() }),
        ...(codeExpiresAt !== null && { codeExpiresAt: new Date(codeExpiresAt).toISOString() }),
      },
    }),
  };
}

/**
 * Begins the second step after a right password; with e-mail preferred, its code has been mailed by then, or the answer
 * says when one can be, and whether one that was mailed a moment ago still works. `guard`: what was checked still holds.
 */
export async function beginSecondStep(
  world: World,
  account: Account,
  step: SecondStep,
  { guard, also }: { guard: Guard; also: readonly D1PreparedStatement[] },
): Promise<Outcome<BegunSecondStep, "wrong_credentials" | "mail_not_sent">> {
  const begun = await secondStepToBegin(world, account, step, guard);
  const [inserted] = await world.db.batch([begun.statement, ...also]);
  if (inserted?.results.length !== 1) return fail("wrong_credentials");
  if (step.preferred !== "email" || !step.methods.includes("email")) return ok(begun.answer(step.preferred));
  const sent = await sendSecondStepCode(world, begun.signInId, account, true);
  if (sent.ok) return ok(begun.answer("email"));
  const { retryAfter } = sent.details;
  if (sent.code === "too_many_attempts") {
    // What was mailed a moment ago for the same purpose is still the code that works.
    const codeExpiresAt = await acceptEarlierCode(world, begun.signInId, account.id);
    if (codeExpiresAt !== null) return ok(begun.answer("email", { retryAfter, codeExpiresAt }));
  }
  // Mail that fails must not keep out a person who has another way in.
  const other = step.methods.find((type) => type !== "email");
  if (other !== undefined) return ok(begun.answer(other));
  // Nor does a limit on mail: a recovery code is still a way, and the next code is a matter of time.
  if (sent.code === "too_many_attempts") return ok(begun.answer("email", { retryAfter, codeExpiresAt: null }));
  await deleteSignIn(world.db, begun.signInId).run();
  return fail("mail_not_sent");
}
