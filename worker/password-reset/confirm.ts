import type { ProblemDetails } from "../../shared/contract/errors.ts";
import { fail, type Outcome } from "../../shared/outcome.ts";
import { accountWithPasswordOf, findAccountStatement } from "../account/read.ts";
import { judgeEmailCode } from "../email-code/judge.ts";
import { known } from "../guard.ts";
import { checkPassword } from "../password/check.ts";
import { passwordMatches } from "../password/hash.ts";
import type { StartedSignIn } from "../sign-in/start.ts";
import { addressMac } from "../throttle/key.ts";
import { resetCodes, resetKey } from "../throttle/rules.ts";
import { tryToTake } from "../throttle/take-try.ts";
import type { World } from "../world.ts";
import { type BegunWait, resetAfterWait } from "./after-wait.ts";
import { resetAtOnce } from "./at-once.ts";
import type { ProvedReset } from "./proved.ts";
import { findReset } from "./store.ts";

/** A mailed code, with the password that it shall allow. */
export interface ResetWish {
  id: string;
  code: string;
  newPassword: string;
}

type Refusal = "wrong_code" | "code_expired" | "password_rejected" | "account_disabled" | "too_many_attempts";

/**
 * Sets a new password by a mailed code (promise S3). With two-factor on it answers a second step, which is never the
 * e-mail again; where that is the only one, the new password waits. The password's policy is judged before the code,
 * so that one that is refused costs nothing; whether it is the old one is told to nobody who has not the right code.
 */
export async function confirmPasswordReset(
  world: World,
  { id, code, newPassword }: ResetWish,
): Promise<Outcome<StartedSignIn | BegunWait, Refusal, ProblemDetails>> {
  const reset = await findReset(world.db, id, world.now);
  if (!reset) return fail("code_expired");
  const { reasons } = await checkPassword(world, newPassword, { email: reset.email });
  if (reasons.length > 0) return fail("password_rejected", { reasons });

  // All resets of an address count together: a fresh code buys no more guesses.
  const mac = await addressMac(world, reset.email);
  const attempt = tryToTake(world, [{ key: known(resetKey(mac)), policy: resetCodes }]);
  const judgement = await judgeEmailCode(world, { purpose: "reset", subject: id, code }, attempt.isTaken);
  const results = await world.db.batch([
    ...attempt.statements,
    judgement.statement,
    findAccountStatement(world, known(reset.account_id ?? "")),
  ]);
  const taken = attempt.read(results);
  if (!taken.ok) return taken;
  const judged = judgement.read(results.at(-2));
  if (!judged.ok) return judged;
  const found = accountWithPasswordOf(results.at(-1));
  if (!found) return fail("wrong_code", { attemptsLeft: 0 });
  if (found.disabledAt !== null) return fail("account_disabled");
  if (await passwordMatches(found.passwordHash, newPassword))
    return fail("password_rejected", { reasons: ["same_as_before"] });

  const proved: ProvedReset = { id, found, judgement, addressMac: mac, newPassword };
  const { methods } = found.account.twoFactor;
  const hasOnlyEmail = methods.length > 0 && methods.every(({ type }) => type === "email");
  return hasOnlyEmail ? resetAfterWait(world, proved) : resetAtOnce(world, proved);
}
