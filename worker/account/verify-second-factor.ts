import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { Amr } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { appsToVerify, verifyAppCode } from "../app-code/verify.ts";
import { noteEmailMethodUse } from "../email-code/method.ts";
import type { EmailCodePurpose } from "../email-code/rules.ts";
import { verifyEmailCode } from "../email-code/verify.ts";
import type { Term } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { fewCodes } from "../recovery-code/rules.ts";
import { verifyRecoveryCode } from "../recovery-code/verify.ts";
import type { CountedMethod } from "../throttle/rules.ts";
import type { World } from "../world.ts";
import { accountOfResult, findAccountStatement } from "./read.ts";

/** A second factor's code, and what an e-mailed one was asked for. */
export interface SecondFactorAttempt {
  accountId: string;
  method: CountedMethod;
  code: string;
  emailCode: { purpose: EmailCodePurpose; subject: string };
  /** What `secondFactorToVerify` read. */
  read: D1Result | undefined;
}

/** A statement that reads what judging a code takes, so that it can be part of the batch that takes the try. */
export function secondFactorToVerify(world: World, accountId: Term, method: CountedMethod): D1PreparedStatement {
  return method === "app" ? appsToVerify(world, accountId) : findAccountStatement(world, accountId);
}

/**
 * Judges and spends a code of one of the account's second factors; says what was proved, by its RFC 8176 name.
 * The use of a recovery code is told to the owner each time, so that a stranger's does not go unseen (promise C3).
 */
export async function verifySecondFactor(
  world: World,
  { accountId, method, code, emailCode, read }: SecondFactorAttempt,
): Promise<Outcome<Amr, "wrong_code" | "code_expired", { attemptsLeft?: number; alreadyUsed?: boolean }>> {
  if (method === "app") {
    const verified = await verifyAppCode(world, accountId, code, read);
    return verified.ok ? ok("otp") : verified;
  }
  if (method === "email") {
    const verified = await verifyEmailCode(world, { ...emailCode, code });
    if (!verified.ok) return verified;
    noteEmailMethodUse(world, accountId);
    return ok("email");
  }
  const account = accountOfResult(read);
  const left = account.twoFactor.recoveryCodesLeft - 1;
  const kind = left <= fewCodes ? "few_recovery_codes" : "recovery_code_used";
  const verified = await verifyRecoveryCode(world, accountId, code, async (isSpentHere) => [
    recordEvent(world, accountId, { type: "recovery_code_used", detail: { left } }, isSpentHere),
    await tellOwner(world, account, { kind, about: `${left}` }, isSpentHere),
  ]);
  return verified.ok ? ok("recovery") : fail("wrong_code");
}
