import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, findAccountStatement } from "../account/read.ts";
import { addressAwaitsProof } from "../account/store.ts";
import { recordEvent } from "../activity/record.ts";
import { noteEmailMethodUse } from "../email-code/method.ts";
import type { EmailCodePurpose } from "../email-code/rules.ts";
import { emailIsMethod } from "../email-code/store.ts";
import { verifyEmailCode } from "../email-code/verify.ts";
import { both, either, known, type Term } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { judgedProof, type Proof } from "../proof.ts";
import { judgeRecoveryCode } from "../recovery-code/judge.ts";
import { fewCodes } from "../recovery-code/rules.ts";
import type { CodeMethod } from "../throttle/rules.ts";
import { appsToVerify } from "../totp/store.ts";
import { verifyTotpCode } from "../totp/verify.ts";
import type { World } from "../world.ts";
import { methodIsAccepted } from "./passkeys-only/set.ts";

/** A second factor's code, and what an e-mailed one was asked for. */
export interface SecondFactorAttempt {
  accountId: string;
  method: CodeMethod;
  code: string;
  emailCode: { purpose: EmailCodePurpose; subject: string };
  /** What `secondFactorToVerify` read. */
  read: D1Result | undefined;
}

/** A statement that reads what judging a code takes, so that it can be part of the batch that takes the try. */
export function secondFactorToVerify(world: World, accountId: Term, method: CodeMethod): D1PreparedStatement {
  return method === "app" ? appsToVerify(world, accountId) : findAccountStatement(world, accountId);
}

/**
 * Judges a code of one of the account's second factors. One of an app or an e-mail is spent by that, a recovery code
 * only in the batch that allows something by it, so that none is lost to a fault; its use is told to the owner each time
 * in the same batch, so that a stranger's does not go unseen (promise C3).
 */
export async function verifySecondFactor(
  world: World,
  { accountId, method, code, emailCode, read }: SecondFactorAttempt,
): Promise<
  Outcome<Proof, "wrong_code" | "code_expired" | "method_unavailable", { attemptsLeft?: number; alreadyUsed?: boolean }>
> {
  // Held against the setting again in the batch that allows something by it.
  const isAccepted = methodIsAccepted(known(accountId), method);
  if (method === "app") {
    const verified = await verifyTotpCode(world, accountId, code, read);
    return verified.ok ? ok(judgedProof("otp", isAccepted, { kind: "app", id: verified.value })) : verified;
  }
  if (method === "email") {
    const verified = await verifyEmailCode(world, { ...emailCode, code });
    if (!verified.ok) return verified;
    noteEmailMethodUse(world, accountId);
    const serves = either(emailIsMethod(accountId), addressAwaitsProof(accountId));
    return ok(judgedProof("email", both(isAccepted, serves), { kind: "email" }));
  }
  return proveByRecoveryCode(world, { accountId, code, read });
}

async function proveByRecoveryCode(
  world: World,
  { accountId, code, read }: Pick<SecondFactorAttempt, "accountId" | "code" | "read">,
): Promise<Outcome<Proof, "wrong_code">> {
  const judgement = await judgeRecoveryCode(world, accountId, code);
  if (!judgement.read(await judgement.statement.all())) return fail("wrong_code");
  const account = accountOfResult(read);
  const left = account.twoFactor.recoveryCodesLeft - 1;
  const kind = left <= fewCodes ? "few_recovery_codes" : "recovery_code_used";
  return ok({
    by: { kind: "recovery_codes" },
    amr: ["recovery"],
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
