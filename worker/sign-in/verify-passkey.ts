import type { PasskeyProof } from "../../shared/contract/passkey.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome } from "../../shared/outcome.ts";
import { hashToken } from "../crypto/token.ts";
import { verifySuspendedPasskey } from "../not-me/verify-suspended.ts";
import { passkeyToVerify, verifyPasskey } from "../passkey/verify.ts";
import { tellCopiedPasskey } from "../two-factor/tell-copied-passkey.ts";
import { tellWrongCode } from "../two-factor/tell-wrong-code.ts";
import type { World } from "../world.ts";
import { type CompletedSignIn, completeSecondStep } from "./complete.ts";
import { completeDisputedReset } from "./complete-disputed.ts";
import { takeTries } from "./take-tries.ts";

/** A passkey's answer for a sign-in in progress. */
export interface PasskeyStep {
  signIn: string;
  proof: PasskeyProof;
  remembers: boolean;
  /** The token by which this browser was remembered before, if any. */
  browserToken: string | undefined;
}

type Refusal =
  | "wrong_passkey"
  | "challenge_expired"
  | "sign_in_expired"
  | "too_many_attempts"
  | "method_disabled"
  | "passkey_required";

/**
 * Judges a passkey as the second step, after a right password. Its tries count as those of codes do (promises G1, G3), and its
 * challenge is spent by the try.
 */
export async function verifyPasskeyStep(
  world: World,
  { signIn, proof, remembers, browserToken }: PasskeyStep,
): Promise<Outcome<CompletedSignIn, Refusal, ProblemDetails>> {
  const signInId = await hashToken(signIn);
  const use = { purpose: "second_step", subject: signInId } as const;
  const taken = await takeTries(world, signInId, "passkey", (isTaken) => passkeyToVerify(world, proof, use, isTaken));
  if (!taken.ok) return taken;
  const { owner, triesLeft, resetId, wrongInARow, read } = taken.value;
  const tellCopied = tellCopiedPasskey.bind(null, world);
  const holder = { accountId: owner.id };
  const verified =
    resetId === null
      ? await verifyPasskey(world, proof, read, { holder, tellCopied })
      : await verifySuspendedPasskey(world, proof, read[0], holder);
  if (!verified.ok) {
    if (verified.code !== "wrong_passkey") return verified;
    tellWrongCode(world, { accountId: owner.id, method: "passkey", wrongInARow, kind: "wrong_second_step" });
    return fail("wrong_passkey", { attemptsLeft: triesLeft });
  }
  if (resetId !== null) {
    return completeDisputedReset(world, { signInId, owner, resetId, method: "passkey", proof: verified.value });
  }
  const remember = { wanted: remembers, oldToken: browserToken };
  return completeSecondStep(world, { signInId, owner, method: "passkey", proof: verified.value, remember });
}
