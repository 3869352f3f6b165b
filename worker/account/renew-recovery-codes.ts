import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { forgetDevices } from "../device/forget.ts";
import { not } from "../guard.ts";
import { tellOwner } from "../mail/tell-owner.ts";
import { issueRecoveryCodes } from "../recovery-code/issue.ts";
import { voidRecoveryCodes } from "../recovery-code/void.ts";
import type { CurrentSession } from "../session/rules.ts";
import { noteBinding } from "../set-aside/bind.ts";
import { keepVoidedRecoveryCodes } from "../set-aside/keep-removed.ts";
import { endSignIns } from "../sign-in/end.ts";
import type { World } from "../world.ts";
import { noMethodLeft } from "./remove-method.ts";

/**
 * Makes ten new recovery codes and voids the old ones, in one transaction; of two requests at once the later one's are
 * good. Whoever asks fears for the old ones, so sign-ins in progress and remembered browsers end with them (promise S5).
 * `not_found`: two-factor is off, and recovery codes stand in for nothing.
 */
export async function renewRecoveryCodes(
  world: World,
  { account }: CurrentSession,
): Promise<Outcome<string[], "not_found">> {
  const isOn = not(noMethodLeft(account.id));
  const next = await issueRecoveryCodes(world, account.id, isOn);
  const [, , issued] = await world.db.batch([
    keepVoidedRecoveryCodes(world, account.id, isOn),
    voidRecoveryCodes(world, account.id, isOn),
    next.statement,
    noteBinding(world, account.id, { kind: "recovery_codes" }, isOn),
    endSignIns(world, account.id, isOn),
    forgetDevices(world, account.id, isOn),
    recordEvent(world, account.id, { type: "recovery_codes_renewed" }, isOn),
    await tellOwner(world, account, { kind: "recovery_codes_renewed" }, isOn),
  ]);
  return issued?.results.length ? ok(next.codes) : fail("not_found");
}
