import type { Account } from "../../shared/contract/account.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import { accountExists, insertAccount } from "../account/store.ts";
import { recordEvent } from "../activity/record.ts";
import { randomId } from "../crypto/random.ts";
import { emailKeys } from "../email-address/rules.ts";
import { judgeAddressCode } from "../email-code/verify-address.ts";
import type { SessionToCarry } from "../http/session-carrier.ts";
import { insertPasswordOfNewAccount } from "../password/store.ts";
import { issueSession } from "../session/issue.ts";
import { noteOwnNetwork } from "../throttle/own-network.ts";
import type { World } from "../world.ts";
import { deleteSignUp, findSignUp } from "./store.ts";

/** A new account, and the session that begins with it. */
export interface VerifiedAccount {
  account: Account;
  session: SessionToCarry;
}

/**
 * Makes the account of a sign-up whose mailed code is right, and signs its owner in, in one transaction.
 * Of two sign-ups for one address the first to prove it gets it; the other's code is then `code_expired`.
 */
export async function verifyAccount(
  world: World,
  id: string,
  code: string,
): Promise<Outcome<VerifiedAccount, "wrong_code" | "code_expired" | "too_many_attempts", ProblemDetails>> {
  const signUp = await findSignUp(world.db, id, world.now);
  if (!signUp) return fail("code_expired");
  const attempt = { purpose: "verify_address", subject: id, code, email: signUp.email } as const;
  const verified = await judgeAddressCode(world, attempt);
  if (!verified.ok) return verified;

  const accountId = randomId(world.random);
  const exists = accountExists(accountId);
  const issued = await issueSession(world, accountId, { amr: ["pwd"] }, exists);
  const [, , , session, , account] = await world.db.batch([
    insertAccount(world.db, accountId, id, { emailKeys: emailKeys(signUp.email), now: world.now }),
    deleteSignUp(world.db, id),
    insertPasswordOfNewAccount(world, accountId, signUp.password_hash, exists),
    issued.statement,
    recordEvent(world, accountId, { type: "account_created" }, issued.isIssued),
    readAccountStatement(world, accountId),
    ...(await noteOwnNetwork(world, accountId, issued.isIssued)),
    ...verified.value.forgive,
  ]);
  if (session?.results.length !== 1) return fail("code_expired");
  return ok({ account: accountOfResult(account), session: issued.session });
}
