import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { endedBy } from "../ends.ts";
import { not } from "../guard.ts";
import { limitChanges } from "../mail/limit-changes.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { issueRecoveryCodes } from "../recovery-code/issue.ts";
import type { CurrentSession } from "../session/rules.ts";
import { noteBinding } from "../set-aside/bind.ts";
import type { World } from "../world.ts";
import { noMethodLeft } from "./remove.ts";

/**
 * Makes ten new recovery codes and voids the old ones, in one transaction; of two requests at once the later one's are
 * good. Anyone who asks fears for the old ones, so what began while they worked ends with them (promise S5b).
 * `too_many_attempts`: ten times a day (promise G7). `not_found`: two-factor is off, and recovery codes stand in for
 * nothing.
 */
export async function renewRecoveryCodes(
  world: World,
  { id: sessionId, account }: CurrentSession,
): Promise<Outcome<string[], "not_found" | "too_many_attempts", { retryAfter?: number }>> {
  const isOn = not(noMethodLeft(account.id));
  const next = await issueRecoveryCodes(world, account.id, isOn);
  const ended = endedBy(world, "recovery_codes_renewed", { accountId: account.id, sessionId }, isOn);
  const done = await limitChanges(world, { accountId: account.id, kind: "recovery_codes_renewed" }, [
    ...ended,
    next.statement,
    noteBinding(world, account.id, { kind: "recovery_codes" }, isOn),
    recordEvent(world, account.id, { type: "recovery_codes_renewed" }, isOn),
    await tellOwner(world, account, { kind: "recovery_codes_renewed" }, isOn),
  ]);
  if (!done.ok) return done;
  return done.value[ended.length]?.results.length ? ok(next.codes) : fail("not_found");
}
