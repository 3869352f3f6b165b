import type { Amr } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { verifyAppCode } from "../app-code/verify.ts";
import { randomId } from "../crypto/random.ts";
import { noteEmailMethodUse } from "../email-code/method.ts";
import type { EmailCodePurpose } from "../email-code/rules.ts";
import { verifyEmailCode } from "../email-code/verify.ts";
import { recoveryCodeUsedLetter } from "../mail/letter.ts";
import { sendMail } from "../mail/send.ts";
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

/** Judges and spends a code of one of the account's second factors; says what was proved, by its RFC 8176 name. */
export async function verifySecondFactor(
  world: World,
  { accountId, method, code, emailCode }: SecondFactorAttempt,
): Promise<Outcome<Amr, "wrong_code" | "code_expired", { attemptsLeft?: number; alreadyUsed?: boolean }>> {
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
  const verified = await verifyRecoveryCode(world, accountId, code);
  if (!verified.ok) return fail("wrong_code");
  world.afterAnswer(() => tellRecoveryCodeUsed(world, accountId));
  return ok("recovery");
}

/** Tells the owner at each use, so that a stranger's does not go unseen (promise C3). */
async function tellRecoveryCodeUsed(world: World, accountId: string): Promise<void> {
  const { email, locale, twoFactor } = await readAccount(world, accountId);
  const letter = recoveryCodeUsedLetter(locale, twoFactor.recoveryCodesLeft, world.settings.origin);
  await sendMail(world, { id: randomId(world.random), to: email, ...letter });
}
