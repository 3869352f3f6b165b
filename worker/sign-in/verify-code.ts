import type { ProblemDetails } from "../../shared/contract/errors.ts";
import { fail, type Outcome } from "../../shared/outcome.ts";
import { verifySecondFactor } from "../account/verify-second-factor.ts";
import { hashToken } from "../crypto/token.ts";
import type { World } from "../world.ts";
import { type CompletedSignIn, completeSecondStep } from "./complete.ts";
import { takeTry } from "./store.ts";

/** A code for a sign-in in progress. */
export interface SecondStep {
  signIn: string;
  method: "app" | "email" | "recovery";
  code: string;
}

/**
 * Judges the second step. A try is taken before the code is looked at, so that of fifty at once five are judged
 * (promises G1, G3); after the fifth wrong one the sign-in is void and even a right code is `sign_in_expired`.
 */
export async function verifySecondStep(
  world: World,
  { signIn, method, code }: SecondStep,
): Promise<Outcome<CompletedSignIn, "wrong_code" | "code_expired" | "sign_in_expired", ProblemDetails>> {
  const signInId = await hashToken(signIn);
  const taken = await takeTry(world.db, signInId, world.now);
  if (!taken) return fail("sign_in_expired");
  const accountId = taken.account_id;
  const emailCode = { purpose: "second_step", subject: signInId } as const;
  const verified = await verifySecondFactor(world, { accountId, method, code, emailCode });
  if (!verified.ok) {
    const attemptsLeft = Math.min(taken.tries_left, verified.details.attemptsLeft ?? taken.tries_left);
    return verified.code === "wrong_code" ? fail("wrong_code", { ...verified.details, attemptsLeft }) : verified;
  }
  const owner = { id: accountId, email: taken.email, locale: taken.locale === "es" ? "es" : "en" } as const;
  return completeSecondStep(world, signInId, owner, verified.value);
}
