import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { limitChanges } from "../mail/limit-changes.ts";
import type { LimitedChange } from "../mail/rules.ts";
import { type AddressPurpose, addressCodeTry } from "../throttle/address-code.ts";
import type { World } from "../world.ts";
import { emailCodeMayBeTried } from "./store.ts";
import { type EmailCodeAttempt, emailCodeToVerify } from "./verify.ts";

/** The mailed code of a sign-up, of a change of address, or of e-mail being made a method. */
export type AddressAttempt = Omit<EmailCodeAttempt, "purpose"> & AddressPurpose;

/**
 * Judges a code that is to prove an address, and spends it when it is right. The try is counted before, in the same
 * batch: lastingly for the address or the account, and for the caller's networks. Nothing is judged or counted where the
 * `change` that a right one allows would be refused (promise G8). `forgive` belongs to the batch of that change.
 */
export async function judgeAddressCode(
  world: World,
  attempt: AddressAttempt,
  change?: LimitedChange,
): Promise<
  Outcome<
    { forgive: D1PreparedStatement[] },
    "wrong_code" | "code_expired" | "too_many_attempts",
    { attemptsLeft?: number; retryAfter?: number }
  >
> {
  const isLiving = emailCodeMayBeTried(world, attempt);
  const counted = await addressCodeTry(world, { ...attempt, isLiving });
  const judgement = await emailCodeToVerify(world, attempt, counted.isTaken);
  const statements = [...counted.statements, judgement.statement];
  const run = change ? await limitChanges(world, change, statements) : ok(await world.db.batch(statements));
  if (!run.ok) return run;
  const taken = counted.read(run.value);
  if (!taken.ok) return taken;
  const judged = judgement.read(run.value.at(-1));
  return judged.ok ? ok(taken.value) : judged;
}
