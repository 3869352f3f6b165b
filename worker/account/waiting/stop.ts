import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { ProblemDetails } from "../../../shared/contract/errors.ts";
import type { WaitingChange } from "../../../shared/contract/waiting.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import type { Guard } from "../../guard.ts";
import { waitingResetToStop } from "../../password-reset/stop.ts";
import { type CurrentSession, steppedUpAt } from "../../session/rules.ts";
import { steppedUpAfter } from "../../session/stepped-up.ts";
import { stepUpMethods } from "../../step-up/methods.ts";
import type { World } from "../../world.ts";
import { emailChangeToStop } from "../email/stop.ts";
import { readAccount } from "../read.ts";
import { twoFactorResetToStop } from "../two-factor-reset/stop.ts";

/**
 * Stops something that waits, by a step-up that was begun after it: a session, or a step-up from before, may be a
 * thief's (promise S11). `not_found`: nothing of that id waits.
 */
export async function stopWaiting(
  world: World,
  session: CurrentSession,
  id: string,
): Promise<Outcome<void, "not_found" | "step_up_required", ProblemDetails>> {
  const { waiting } = await readAccount(world, session.account.id);
  const change = waiting.find((each) => each.id === id);
  if (!change) return fail("not_found");
  const since = Date.parse(change.since);
  if (steppedUpAt(session) <= since) {
    return fail("step_up_required", { methods: await stepUpMethods(world, session) });
  }
  const statements = await toStop(world, session, change, steppedUpAfter(session.id, since, world.now));
  const results = await world.db.batch(statements);
  return results.at(-1)?.results.length === 1 ? ok(undefined) : fail("not_found");
}

async function toStop(
  world: World,
  { account }: CurrentSession,
  { id, type }: WaitingChange,
  guard: Guard,
): Promise<D1PreparedStatement[]> {
  if (type === "password_reset") return waitingResetToStop(world, account.id, id, guard);
  if (type === "email_change") return emailChangeToStop(world, account, id, guard);
  return twoFactorResetToStop(world, account, id, guard);
}
