import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Account } from "../../shared/contract/account.ts";
import type { StepUpMethod } from "../../shared/contract/errors.ts";
import type { ProblemDetails } from "../../shared/contract/problem.ts";
import type { WaitingChange } from "../../shared/contract/waiting.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { readAccount } from "../account/read.ts";
import type { Guard } from "../guard.ts";
import { type CurrentSession, steppedUpAt } from "../session/rules.ts";
import { steppedUpAfter } from "../session/store.ts";
import { readUndisputed } from "../set-aside/store.ts";
import { undisputedOf } from "../set-aside/undisputed.ts";
import { stepUpMethods } from "../step-up/methods.ts";
import { deletionToStop } from "../waiting/deletion/stop.ts";
import { emailChangeToStop } from "../waiting/email-change/stop.ts";
import { waitingResetToStop } from "../waiting/password-reset/stop.ts";
import { twoFactorResetToStop } from "../waiting/two-factor-reset/stop.ts";
import type { World } from "../world.ts";

/**
 * Stops something that waits, by a step-up that was begun after it, with something that the account had before it: a
 * session, a step-up from before, or a method that was added since, may be a thief's (promise S11). `not_found`: nothing
 * of that id waits.
 */
export async function stopWaiting(
  world: World,
  session: CurrentSession,
  id: string,
): Promise<Outcome<void, "not_found" | "step_up_required", ProblemDetails>> {
  const { waiting, twoFactor } = await readAccount(world, session.account.id);
  const change = waiting.find((each) => each.id === id);
  if (!change) return fail("not_found");
  const since = Date.parse(change.since);
  if (steppedUpAt(session) <= since || session.proofBoundAt > since) {
    return fail("step_up_required", { methods: await olderMethods(world, session, { since, twoFactor }) });
  }
  const statements = await toStop(world, session, change, steppedUpAfter(session.id, since, world.now));
  const results = await world.db.batch(statements);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("not_found");
}

/** What a step-up takes of which the account had one at `since`; where it had none, all: the link of the mail is the way. */
async function olderMethods(
  world: World,
  session: CurrentSession,
  { since, twoFactor }: { since: number; twoFactor: Account["twoFactor"] },
): Promise<StepUpMethod[]> {
  const methods = await stepUpMethods(world, session);
  const time = { since, sessionId: "", reachesBack: 0 };
  const { app, passkey, recovery } = undisputedOf(await readUndisputed(world, session.account.id, time).all());
  const email = twoFactor.methods.some(({ type, createdAt }) => type === "email" && Date.parse(createdAt) <= since);
  const has = { app: app.length > 0, passkey: passkey.length > 0, recovery, email, password: true };
  const older = methods.filter((method) => has[method]);
  return older.length > 0 ? older : has.recovery && session.twoFactorOn ? ["recovery"] : methods;
}

async function toStop(
  world: World,
  { account }: CurrentSession,
  { id, type }: WaitingChange,
  guard: Guard,
): Promise<D1PreparedStatement[]> {
  if (type === "password_reset") return waitingResetToStop(world, account, id, guard);
  if (type === "email_change") return emailChangeToStop(world, account, id, guard);
  if (type === "deletion") return deletionToStop(world, account, id, guard);
  return twoFactorResetToStop(world, account, id, guard);
}
