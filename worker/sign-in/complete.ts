import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Account } from "../../shared/contract/account.ts";
import type { Amr } from "../../shared/contract/session.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import { browserIsUnknown } from "../activity/known-browser.ts";
import { recordEvent } from "../activity/record.ts";
import { both, type Guard } from "../guard.ts";
import type { SessionToCarry } from "../http/session-carrier.ts";
import { type Owner, tellOwner } from "../mail/tell-owner.ts";
import { issueSession } from "../session/issue.ts";
import type { World } from "../world.ts";
import { deleteSignIn, signInIsOpen } from "./store.ts";

/** Who is signed in now, and the session to hand over. */
export interface CompletedSignIn {
  kind: "complete";
  account: Account;
  session: SessionToCarry;
}

/**
 * What completes a sign-in, for the caller's batch while `guard` holds: the session, whose statement is the first and
 * answers a row where it begins, the event, and the mail where the browser is new to the account.
 */
export async function beginSession(
  world: World,
  owner: Owner,
  amr: readonly Amr[],
  guard: Guard,
): Promise<{ session: SessionToCarry; statements: D1PreparedStatement[] }> {
  const { statement, session, isIssued } = await issueSession(world, owner.id, amr, guard);
  // The mail goes before the event, from which on the browser is known.
  const isNews = both(isIssued, browserIsUnknown(world, owner.id));
  const statements = [
    statement,
    await tellOwner(world, owner, { kind: "new_sign_in" }, isNews),
    recordEvent(world, owner.id, { type: "sign_in", detail: { amr: amr.join(" ") } }, isIssued),
  ];
  return { session, statements };
}

/** Completes a sign-in whose second step was proved: the sign-in ends and the session begins in one transaction, once. */
export async function completeSecondStep(
  world: World,
  signInId: string,
  owner: Owner,
  proof: Amr,
): Promise<Outcome<CompletedSignIn, "sign_in_expired">> {
  const { session, statements } = await beginSession(world, owner, ["pwd", proof], signInIsOpen(signInId));
  const results = await world.db.batch([
    ...statements,
    deleteSignIn(world.db, signInId),
    readAccountStatement(world, owner.id),
  ]);
  if (results[0]?.results.length !== 1) return fail("sign_in_expired");
  return ok({ kind: "complete", account: accountOfResult(results.at(-1)), session });
}
