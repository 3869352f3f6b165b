import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome } from "../../shared/outcome.ts";
import { hashToken } from "../crypto/token.ts";
import { verifySuspendedCode } from "../not-me/verify-suspended.ts";
import { accountOfSignIn } from "../pending-sign-in/store.ts";
import type { CodeMethod } from "../throttle/rules.ts";
import { tellWrongCode } from "../two-factor/tell-wrong-code.ts";
import { secondFactorToVerify, verifySecondFactor } from "../two-factor/verify.ts";
import type { World } from "../world.ts";
import { type CompletedSignIn, completeSecondStep } from "./complete.ts";
import { completeDisputedReset } from "./complete-disputed.ts";
import { takeTries } from "./take-tries.ts";

/** A code for a sign-in in progress. */
export interface SecondStep {
  signIn: string;
  method: CodeMethod;
  code: string;
  remembers: boolean;
  /** The token by which this browser was remembered before, if any. */
  browserToken: string | undefined;
}

type Refusal =
  | "wrong_code"
  | "code_expired"
  | "sign_in_expired"
  | "too_many_attempts"
  | "method_disabled"
  | "passkey_required"
  | "method_unavailable";

/**
 * Judges the second step. A try is taken before the code is looked at, so that of fifty at once five are judged
 * (promises G1, G3); after the fifth wrong one the sign-in is void and even a right code is `sign_in_expired`.
 * The try counts for the account too: `too_many_attempts` while that is slowed, and the sign-in keeps its tries.
 * `passkey_required`: the account asks for nothing weaker, and no try is taken.
 */
export async function verifySecondStep(
  world: World,
  { signIn, method, code, remembers, browserToken }: SecondStep,
): Promise<Outcome<CompletedSignIn, Refusal, ProblemDetails>> {
  const signInId = await hashToken(signIn);
  const taken = await takeTries(world, signInId, method, () => [
    secondFactorToVerify(world, accountOfSignIn(signInId), method),
  ]);
  if (!taken.ok) return taken;
  const { owner, triesLeft, resetId, mailedFor, wrongInARow, read } = taken.value;
  const accountId = owner.id;
  const emailCode = { purpose: "second_step", subject: mailedFor } as const;
  const verified =
    resetId === null
      ? await verifySecondFactor(world, { accountId, method, code, emailCode, read: read[0] })
      : await verifySuspendedCode(world, { accountId, method, code });
  if (!verified.ok) {
    if (verified.code !== "wrong_code") return verified;
    tellWrongCode(world, { accountId, method, wrongInARow, kind: "wrong_second_step" });
    const attemptsLeft = Math.min(triesLeft, verified.details.attemptsLeft ?? triesLeft);
    return fail("wrong_code", { ...verified.details, attemptsLeft });
  }
  if (resetId !== null) {
    return completeDisputedReset(world, { signInId, owner, resetId, method, proof: verified.value });
  }
  const remember = { wanted: remembers, oldToken: browserToken };
  return completeSecondStep(world, { signInId, owner, method, proof: verified.value, remember });
}
