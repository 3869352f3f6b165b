import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import { recordEvent } from "../activity/record.ts";
import { both } from "../guard.ts";
import { type Owner, tellOwner } from "../mail/tell-owner.ts";
import { waitingPasswordToApply } from "../password-reset/apply.ts";
import { endAllThatRested, voidResets } from "../password-reset/end.ts";
import type { Proof } from "../proof.ts";
import type { CountedMethod } from "../throttle/rules.ts";
import { forgiveSecondFactor } from "../throttle/second-factor.ts";
import type { World } from "../world.ts";
import { beginSession } from "./begin-session.ts";
import type { CompletedSignIn } from "./complete.ts";
import { signInIsOpen } from "./store.ts";

/**
 * Makes the password of a disputed reset good now and begins the session, by a proof of a suspended method beside the
 * mailed code that began this sign-in (promise S10), once. The method stays suspended until its owner keeps it.
 */
export async function completeDisputedReset(
  world: World,
  {
    signInId,
    owner,
    resetId,
    method,
    proof,
  }: { signInId: string; owner: Owner; resetId: string; method: CountedMethod; proof: Proof },
): Promise<Outcome<CompletedSignIn, "sign_in_expired">> {
  const isThere = signInIsOpen(signInId, world.clock());
  const isOpen = both(isThere, proof.isGood);
  const { statement, isApplied } = waitingPasswordToApply(world, owner.id, resetId, isOpen);
  const { session, statements } = await beginSession(world, owner, ["pwd", ...proof.amr], isApplied);
  const told = await proof.tell(isThere);
  const results = await world.db.batch([
    ...told,
    statement,
    ...endAllThatRested(world, owner.id, isApplied),
    ...statements,
    recordEvent(world, owner.id, { type: "password_reset" }, isApplied),
    await tellOwner(world, owner, { kind: "password_reset" }, isApplied),
    ...proof.useUp(isApplied),
    ...voidResets(world, owner.id, isApplied),
    forgiveSecondFactor(world, owner.id, method),
    readAccountStatement(world, owner.id),
  ]);
  if (results[told.length]?.results.length !== 1) return fail("sign_in_expired");
  return ok({ kind: "complete", account: accountOfResult(results.at(-1)), session });
}
