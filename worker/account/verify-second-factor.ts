import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { verifyAppCode } from "../app-code/verify.ts";
import { noteEmailMethodUse } from "../email-code/method.ts";
import type { EmailCodePurpose } from "../email-code/rules.ts";
import { verifyEmailCode } from "../email-code/verify.ts";
import { both } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { judgedProof, type Proof } from "../proof.ts";
import { judgeRecoveryCode } from "../recovery-code/judge.ts";
import { fewCodes } from "../recovery-code/rules.ts";
import type { World } from "../world.ts";
import { accountOfResult, readAccountStatement } from "./read.ts";

/** A second factor's code, and what an e-mailed one was asked for. */
export interface SecondFactorAttempt {
  accountId: string;
  method: "app" | "email" | "recovery";
  code: string;
  emailCode: { purpose: EmailCodePurpose; subject: string };
}

/**
 * Judges a code of one of the account's second factors. One of an app or an e-mail is spent by that, a recovery code
 * only in the batch that allows something by it, so that none is lost to a fault; its use is told to the owner each time
 * in the same batch, so that a stranger's does not go unseen (promise C3).
 */
export async function verifySecondFactor(
  world: World,
  { accountId, method, code, emailCode }: SecondFactorAttempt,
): Promise<
  Outcome<Proof, "wrong_code" | "code_expired" | "method_unavailable", { attemptsLeft?: number; alreadyUsed?: boolean }>
> {
  if (method === "app") {
    const verified = await verifyAppCode(world, accountId, code);
    return verified.ok ? ok(judgedProof("otp")) : verified;
  }
  if (method === "email") {
    const verified = await verifyEmailCode(world, { ...emailCode, code });
    if (!verified.ok) return verified;
    noteEmailMethodUse(world, accountId);
    return ok(judgedProof("email"));
  }
  return proveByRecoveryCode(world, accountId, code);
}

async function proveByRecoveryCode(
  world: World,
  accountId: string,
  code: string,
): Promise<Outcome<Proof, "wrong_code">> {
  const judgement = await judgeRecoveryCode(world, accountId, code);
  const [found, read] = await world.db.batch([judgement.statement, readAccountStatement(world, accountId)]);
  if (!judgement.read(found)) return fail("wrong_code");
  const account = accountOfResult(read);
  const left = account.twoFactor.recoveryCodesLeft - 1;
  const kind = left <= fewCodes ? "few_recovery_codes" : "recovery_code_used";
  return ok({
    amr: "recovery",
    isGood: judgement.isUnspent,
    async tell(isAllowed) {
      const isSpentHere = both(judgement.isUnspent, isAllowed);
      return [
        recordEvent(world, accountId, { type: "recovery_code_used", detail: { left } }, isSpentHere),
        await tellOwner(world, account, { kind, about: `${left}` }, isSpentHere),
      ];
    },
    useUp: (isAllowed) => [judgement.spend(isAllowed)],
  });
}
