import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, findAccountWithPassword, readAccountStatement } from "../account/read.ts";
import { recordEvent } from "../activity/record.ts";
import { endedBy } from "../ends.ts";
import { both } from "../guard.ts";
import { type Owner, tellOwner } from "../mail/tell-owner.ts";
import { resetPassword } from "../password/reset.ts";
import { passwordIsStill } from "../password/store.ts";
import { endSignIns, signInIsOpen } from "../pending-sign-in/store.ts";
import type { Proof } from "../proof.ts";
import type { CountedMethod } from "../throttle/rules.ts";
import { forgiveSecondFactor } from "../throttle/second-factor.ts";
import type { World } from "../world.ts";
import { passwordWaits } from "./apply-waiting-password.ts";
import { beginSession } from "./begin-session.ts";
import type { CompletedSignIn } from "./complete.ts";

/** A suspended method that was proved for a reset that waits. */
export interface ProvedSuspended {
  signInId: string;
  owner: Owner;
  resetId: string;
  method: CountedMethod;
  proof: Proof;
}

/**
 * Makes the password of a disputed reset good now and begins the session, by a proof of a suspended method beside the
 * mailed code that began this sign-in (promise S10), once. The method stays suspended until its owner keeps it.
 */
export async function completeDisputedReset(
  world: World,
  { signInId, owner, resetId, method, proof }: ProvedSuspended,
): Promise<Outcome<CompletedSignIn, "sign_in_expired">> {
  const found = await findAccountWithPassword(world, owner.id);
  if (found?.waitingPassword?.resetId !== resetId) return fail("sign_in_expired");
  const hashes = { old: found.passwordHash, next: found.waitingPassword.hash };
  const isThere = signInIsOpen(signInId, world.clock());
  const mayApply = both(both(isThere, proof.isGood), passwordWaits(owner.id, resetId));
  // The sign-in is ended last: of two proofs at once, the second finds it gone and does nothing.
  const isApplied = both(isThere, passwordIsStill(owner.id, hashes.next));
  const { session, statements } = await beginSession(world, owner, { ...proof, amr: ["pwd", ...proof.amr] }, isApplied);
  const told = await proof.tell(isThere);
  const results = await world.db.batch([
    ...told,
    resetPassword(world, owner.id, hashes, false, mayApply),
    ...endedBy(world, "password_reset", { accountId: owner.id }, isApplied, ["signIns"]),
    ...statements,
    recordEvent(world, owner.id, { type: "password_reset" }, isApplied),
    await tellOwner(world, owner, { kind: "password_reset" }, isApplied),
    ...proof.useUp(isApplied),
    endSignIns(world, owner.id, isApplied),
    forgiveSecondFactor(world, owner.id, method),
    readAccountStatement(world, owner.id),
  ]);
  if (results[told.length]?.results.length !== 1) return fail("sign_in_expired");
  return ok({ kind: "complete", account: accountOfResult(results.at(-1)), session });
}
