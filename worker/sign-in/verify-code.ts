import type { D1Result } from "@cloudflare/workers-types";
import type { ProblemDetails } from "../../shared/contract/errors.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { tellWrongCode } from "../account/tell-wrong-code.ts";
import { secondFactorToVerify, verifySecondFactor } from "../account/verify-second-factor.ts";
import { hashToken } from "../crypto/token.ts";
import type { Owner } from "../mail/tell-owner.ts";
import type { CountedMethod } from "../throttle/rules.ts";
import { secondFactorTry, type WrongInARow } from "../throttle/second-factor.ts";
import type { World } from "../world.ts";
import { type CompletedSignIn, completeSecondStep } from "./complete.ts";
import { accountOfSignIn, findSignIn, signInHasTries, type TakenTryRow, takeTry } from "./store.ts";

/** A code for a sign-in in progress. */
export interface SecondStep {
  signIn: string;
  method: CountedMethod;
  code: string;
  rememberDevice: boolean;
  /** The token by which this browser was remembered before, if any. */
  deviceToken: string | undefined;
}

type Refusal =
  | "wrong_code"
  | "code_expired"
  | "sign_in_expired"
  | "too_many_attempts"
  | "method_disabled"
  | "method_unavailable";

/**
 * Judges the second step. A try is taken before the code is looked at, so that of fifty at once five are judged
 * (promises G1, G3); after the fifth wrong one the sign-in is void and even a right code is `sign_in_expired`.
 * The try counts for the account too: `too_many_attempts` while that is slowed, and the sign-in keeps its tries.
 */
export async function verifySecondStep(
  world: World,
  { signIn, method, code, rememberDevice, deviceToken }: SecondStep,
): Promise<Outcome<CompletedSignIn, Refusal, ProblemDetails>> {
  const signInId = await hashToken(signIn);
  const taken = await takeTries(world, signInId, method);
  if (!taken.ok) return taken;
  const { owner, triesLeft, wrongInARow, read } = taken.value;
  const accountId = owner.id;
  const emailCode = { purpose: "second_step", subject: signInId } as const;
  const verified = await verifySecondFactor(world, { accountId, method, code, emailCode, read });
  if (!verified.ok) {
    if (verified.code !== "wrong_code") return verified;
    tellWrongCode(world, { accountId, method, wrongInARow, kind: "wrong_second_step" });
    const attemptsLeft = Math.min(triesLeft, verified.details.attemptsLeft ?? triesLeft);
    return fail("wrong_code", { ...verified.details, attemptsLeft });
  }
  const remember = { wanted: rememberDevice, oldToken: deviceToken };
  return completeSecondStep(world, { signInId, owner, method, proof: verified.value, remember });
}

interface TakenTries {
  owner: Owner;
  /** Of this sign-in. */
  triesLeft: number;
  wrongInARow: WrongInARow;
  /** What judging the code takes. */
  read: D1Result | undefined;
}

/** Takes a try of the sign-in and one of its account, both or neither, and reads what judging takes, in one round trip. */
async function takeTries(
  world: World,
  signInId: string,
  method: CountedMethod,
): Promise<Outcome<TakenTries, "sign_in_expired" | "too_many_attempts" | "method_disabled", { retryAfter?: number }>> {
  const ofAccount = secondFactorTry(world, accountOfSignIn(signInId), method, signInHasTries(signInId, world.now));
  const results = await world.db.batch([
    findSignIn(world.db, signInId, world.now),
    secondFactorToVerify(world, accountOfSignIn(signInId), method),
    ...ofAccount.statements,
    takeTry(world.db, signInId, ofAccount.isTaken),
  ]);
  if (results[0]?.results.length !== 1) return fail("sign_in_expired");
  const counted = ofAccount.read(results.slice(2));
  if (!counted.ok) return counted;
  const [row] = (results.at(-1)?.results ?? []) as TakenTryRow[];
  if (!row) return fail("sign_in_expired");
  const owner: Owner = { id: row.account_id, email: row.email, locale: row.locale === "es" ? "es" : "en" };
  return ok({ owner, triesLeft: row.tries_left, wrongInARow: counted.value, read: results[1] });
}
