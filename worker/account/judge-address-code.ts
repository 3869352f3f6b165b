import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { type EmailCodeAttempt, emailCodeMayBeTried, emailCodeToVerify } from "../email-code/verify.ts";
import { type AddressProof, addressCodeTry } from "../throttle/address-code.ts";
import type { World } from "../world.ts";

/** The mailed code of a sign-up or of a change of address. */
export interface AddressAttempt extends EmailCodeAttempt {
  purpose: AddressProof["purpose"];
  /** The address that it is to prove. */
  email: string;
}

/**
 * Judges a code that is to prove an address, and spends it when it is right. The try is counted before, in the same
 * batch: lastingly for the address, and for the caller's networks. `forgive` belongs to the batch that a right one allows.
 */
export async function judgeAddressCode(
  world: World,
  { email, ...attempt }: AddressAttempt,
): Promise<
  Outcome<
    { forgive: D1PreparedStatement[] },
    "wrong_code" | "code_expired" | "too_many_attempts",
    { attemptsLeft?: number; retryAfter?: number }
  >
> {
  const isLiving = emailCodeMayBeTried(world, attempt);
  const counted = await addressCodeTry(world, { purpose: attempt.purpose, email, isLiving });
  const judgement = await emailCodeToVerify(world, attempt, counted.isTaken);
  const results = await world.db.batch([...counted.statements, judgement.statement]);
  const taken = counted.read(results);
  if (!taken.ok) return taken;
  const judged = judgement.read(results.at(-1));
  return judged.ok ? ok(taken.value) : judged;
}
