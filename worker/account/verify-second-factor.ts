import type { Amr } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { verifyAppCode } from "../app-code/verify.ts";
import { noteEmailMethodUse } from "../email-code/method.ts";
import type { EmailCodePurpose } from "../email-code/rules.ts";
import { verifyEmailCode } from "../email-code/verify.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { fewCodes } from "../recovery-code/rules.ts";
import { verifyRecoveryCode } from "../recovery-code/verify.ts";
import type { World } from "../world.ts";
import { readAccount } from "./read.ts";

/** A second factor's code, and what an e-mailed one was asked for. */
export interface SecondFactorAttempt {
  accountId: string;
  method: "app" | "email" | "recovery";
  code: string;
  emailCode: { purpose: EmailCodePurpose; subject: string };
}

/**
 * Judges and spends a code of one of the account's second factors; says what was proved, by its RFC 8176 name.
 * The use of a recovery code is told to the owner each time, so that a stranger's does not go unseen (promise C3).
 */
export async function verifySecondFactor(
  world: World,
  { accountId, method, code, emailCode }: SecondFactorAttempt,
): Promise<
  Outcome<Amr, "wrong_code" | "code_expired" | "method_unavailable", { attemptsLeft?: number; alreadyUsed?: boolean }>
> {
  if (method === "app") {
    const verified = await verifyAppCode(world, accountId, code);
    return verified.ok ? ok("otp") : verified;
  }
  if (method === "email") {
    const verified = await verifyEmailCode(world, { ...emailCode, code });
    if (!verified.ok) return verified;
    noteEmailMethodUse(world, accountId);
    return ok("email");
  }
  const account = await readAccount(world, accountId);
  const left = account.twoFactor.recoveryCodesLeft - 1;
  const kind = left <= fewCodes ? "few_recovery_codes" : "recovery_code_used";
  const verified = await verifyRecoveryCode(world, accountId, code, async (isSpentHere) => [
    recordEvent(world, accountId, { type: "recovery_code_used", detail: { left } }, isSpentHere),
    await tellOwner(world, account, { kind, about: `${left}` }, isSpentHere),
  ]);
  return verified.ok ? ok("recovery") : fail("wrong_code");
}
