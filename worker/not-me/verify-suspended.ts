import type { PasskeyProof } from "../../shared/contract/passkey.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { findAccountStatement } from "../account/read.ts";
import { known } from "../guard.ts";
import { verifyPasskey } from "../passkey/verify.ts";
import { judgedProof, type Proof } from "../proof.ts";
import { recoveryCodeMacs } from "../recovery-code/judge.ts";
import {
  disputedStateOf,
  judgeSuspendedCode,
  spendSuspendedStep,
  suspendedPasskeyPlace,
} from "../set-aside/suspended/proofs.ts";
import { disputedPasskeyToVerify, suspendedAppsToVerify } from "../set-aside/suspended/store.ts";
import type { CodeMethod } from "../throttle/rules.ts";
import { verifyTotpCode } from "../totp/verify.ts";
import { tellCopiedPasskey } from "../two-factor/tell-copied-passkey.ts";
import { verifySecondFactor } from "../two-factor/verify.ts";
import type { World } from "../world.ts";

/**
 * Judges a code of a suspended method, for the one thing that it proves: that a reset whose mailed code was right need not
 * wait (promise S10). A recovery code that is not suspended is right too. A mailed code never is.
 */
export async function verifySuspendedCode(
  world: World,
  { accountId, method, code }: { accountId: string; method: CodeMethod; code: string },
): Promise<Outcome<Proof, "wrong_code" | "code_expired" | "method_unavailable", ProblemDetails>> {
  if (method === "email") return fail("wrong_code");
  if (method === "app") {
    const apps = await suspendedAppsToVerify(world, accountId).all();
    const verified = await verifyTotpCode(world, accountId, code, apps, spendSuspendedStep(world));
    return verified.ok ? ok(judgedProof("otp")) : verified;
  }
  const read = await findAccountStatement(world, known(accountId)).all();
  const emailCode = { purpose: "second_step", subject: "" } as const;
  const undisputed = await verifySecondFactor(world, { accountId, method, code, emailCode, read });
  return undisputed.ok ? undisputed : verifySuspendedRecoveryCode(world, accountId, code);
}

async function verifySuspendedRecoveryCode(
  world: World,
  accountId: string,
  code: string,
): Promise<Outcome<Proof, "wrong_code">> {
  const judgement = judgeSuspendedCode(world, accountId, await recoveryCodeMacs(world, accountId, code));
  if (!judgement.read(await judgement.statement.all())) return fail("wrong_code");
  return ok({
    amr: ["recovery"],
    isGood: judgement.isUnspent,
    tell: async () => [],
    useUp: (isAllowed) => [judgement.spend(isAllowed)],
  });
}

/** The same of a suspended passkey, whose challenge has been spent by `challenge`. */
export async function verifySuspendedPasskey(
  world: World,
  proof: PasskeyProof,
  challenge: Parameters<typeof verifyPasskey>[2][number],
  holder: Parameters<typeof verifyPasskey>[3]["holder"],
): Promise<Outcome<Proof, "wrong_passkey" | "challenge_expired">> {
  const found = await disputedPasskeyToVerify(world, proof.response.id).all();
  if (disputedStateOf(found) !== "suspended") return fail("wrong_passkey");
  const verified = await verifyPasskey(world, proof, [challenge, found], {
    holder,
    tellCopied: tellCopiedPasskey.bind(null, world),
    place: suspendedPasskeyPlace(world),
  });
  return verified.ok ? verified : fail(verified.code);
}
