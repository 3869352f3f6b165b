import type { Account } from "../../shared/contract/account.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import { proveAddress } from "../account/store.ts";
import { both } from "../guard.ts";
import type { BrowserToCarry } from "../http/browser-carrier.ts";
import type { SessionToCarry } from "../http/session-carrier.ts";
import type { Owner } from "../mail/tell-owner.ts";
import { allowEmailStep } from "../password/store.ts";
import { deleteSignIn, signInIsOpen } from "../pending-sign-in/store.ts";
import type { Proof } from "../proof.ts";
import type { CountedMethod } from "../throttle/rules.ts";
import { forgiveSecondFactor } from "../throttle/second-factor.ts";
import { rememberBrowser } from "../trusted-browser/remember.ts";
import type { World } from "../world.ts";
import { beginSession } from "./begin-session.ts";

/** Who is signed in now, and the session to hand over. */
export interface CompletedSignIn {
  kind: "complete";
  account: Account;
  session: SessionToCarry;
  /** Where the browser is remembered from now on. */
  browser?: BrowserToCarry;
}

/** A second step that was proved. */
export interface ProvedSecondStep {
  signInId: string;
  owner: Owner;
  method: CountedMethod;
  proof: Proof;
  /** Whether to remember the browser, and by which token it may have been remembered before. */
  remember: { wanted: boolean; oldToken: string | undefined };
}

/**
 * Completes a sign-in whose second step was proved: the sign-in ends and the session begins in one transaction, once.
 * An e-mailed code has also proved the address. A proof that is not used up yet is so in the same transaction. The wrong codes before it are forgotten, and e-mail counts again as a second step where this one was another.
 */
export async function completeSecondStep(
  world: World,
  { signInId, owner, method, proof, remember }: ProvedSecondStep,
): Promise<Outcome<CompletedSignIn, "sign_in_expired">> {
  const isThere = signInIsOpen(signInId, world.now);
  const isOpen = both(isThere, proof.isGood);
  const { session, statements } = await beginSession(world, owner, { ...proof, amr: ["pwd", ...proof.amr] }, isOpen);
  const isRemembered = remember.wanted && world.settings.rememberDeviceDays > 0;
  const remembered = isRemembered
    ? await rememberBrowser(world, owner.id, remember.oldToken, session.id, isOpen)
    : null;
  const told = await proof.tell(isThere);
  const results = await world.db.batch([
    ...told,
    ...statements,
    ...(remembered?.statements ?? []),
    method === "email" ? proveAddress(world, owner.id, isOpen) : allowEmailStep(world, owner.id, isOpen),
    ...proof.useUp(isThere),
    deleteSignIn(world.db, signInId),
    forgiveSecondFactor(world, owner.id, method),
    readAccountStatement(world, owner.id),
  ]);
  if (results[told.length]?.results.length !== 1) return fail("sign_in_expired");
  return ok({
    kind: "complete",
    account: accountOfResult(results.at(-1)),
    session,
    ...(remembered && { browser: remembered.browser }),
  });
}
