import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { MethodType } from "../../shared/contract/account.ts";
import type { Amr } from "../../shared/contract/session.ts";
import type { MethodConfirmed } from "../../shared/contract/two-factor.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../account/read.ts";
import { recordEvent } from "../activity/record.ts";
import { endedBy } from "../ends.ts";
import { both, type Guard } from "../guard.ts";
import { limitChanges } from "../mail/limit-changes.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { issueRecoveryCodes } from "../recovery-code/issue.ts";
import { noteSecondFactor } from "../session/note-second-factor.ts";
import type { CurrentSession } from "../session/rules.ts";
import { noteBinding } from "../set-aside/bind.ts";
import { enableMethod } from "../throttle/second-factor.ts";
import type { World } from "../world.ts";

/** A method whose code was right: `statement` makes it active and answers a row where it was the one to do so. */
export interface ProvedMethod {
  id: string;
  type: MethodType;
  /** What it has proved of the session by that. */
  amr: readonly Amr[];
  /** As its owner knows it: the name of an app, or the address. */
  name: string;
  statement: D1PreparedStatement;
  /** Holds before `statement`, where that will be the one to make it active. */
  isWaiting: Guard;
  isActive: Guard;
}

/**
 * Makes a proved method active, with the first recovery codes where the account has none, all in one transaction.
 * What began when less was asked for ends (promise S5b). Wrong codes of the
 * method's kind are forgotten too: this is how one that a hundred of them disabled is set up again. `code_expired`:
 * another request was first; `too_many_attempts`: ten were added within a day (promise G7). `forgive` is run along,
 * and `also` read.
 */
export async function activateMethod(
  world: World,
  session: CurrentSession,
  { id, type, amr, name, statement, isWaiting, isActive }: ProvedMethod,
  { also, forgive = [] }: { also?: D1PreparedStatement; forgive?: D1PreparedStatement[] } = {},
): Promise<
  Outcome<MethodConfirmed & { also?: D1Result }, "code_expired" | "too_many_attempts", { retryAfter?: number }>
> {
  const accountId = session.account.id;
  const recovery = await issueRecoveryCodes(world, accountId, isActive);
  const done = await limitChanges(world, { accountId, kind: "method_added" }, [
    recordEvent(world, accountId, { type: "method_added", detail: { method: type, name } }, isWaiting),
    await tellOwner(world, session.account, { kind: "method_added", about: name }, isWaiting),
    statement,
    recovery.statement,
    noteBinding(world, accountId, { kind: type, id }, isActive),
    noteBinding(world, accountId, { kind: "recovery_codes" }, both(isActive, recovery.isIssued)),
    enableMethod(world, accountId, type, isActive),
    noteSecondFactor(world, session, amr, isActive),
    readAccountStatement(world, accountId),
    ...(also ? [also] : []),
    ...endedBy(world, "method_added", { accountId, sessionId: session.id }, isActive),
    ...forgive,
  ]);
  if (!done.ok) return done;
  const [, , activated, issued, , , , , account, alsoRead] = done.value;
  if (activated?.results.length !== 1) return fail("code_expired");
  const recoveryCodes = issued?.results.length ? recovery.codes : undefined;
  return ok({ account: accountOfResult(account), recoveryCodes, ...(also && { also: alsoRead }) });
}
