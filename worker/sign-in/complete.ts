import type { Account } from "../../shared/contract/account.ts";
import type { Amr } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import type { SessionToCarry } from "../http/session-carrier.ts";
import { issueSession } from "../session/issue.ts";
import type { World } from "../world.ts";
import { deleteSignIn, signInIsOpen } from "./store.ts";

/** Who is signed in now, and the session to hand over. */
export interface CompletedSignIn {
  kind: "complete";
  account: Account;
  session: SessionToCarry;
}

/** Completes a sign-in whose second step was proved: the sign-in ends and the session begins in one transaction, once. */
export async function completeSecondStep(
  world: World,
  signInId: string,
  accountId: string,
  proof: Amr,
): Promise<Outcome<CompletedSignIn, "sign_in_expired">> {
  const issued = await issueSession(world, accountId, ["pwd", proof], signInIsOpen(signInId));
  const [inserted, , account] = await world.db.batch([
    issued.statement,
    deleteSignIn(world.db, signInId),
    readAccountStatement(world, accountId),
  ]);
  if (inserted?.results.length !== 1) return fail("sign_in_expired");
  return ok({ kind: "complete", account: accountOfResult(account), session: issued.session });
}
