import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { noAppLeft, removeApps } from "../app-code/remove.ts";
import { forgetDevices } from "../device/forget.ts";
import { noEmailMethodLeft, removeEmailMethod } from "../email-code/method.ts";
import { always, both, type Guard } from "../guard.ts";
import { voidRecoveryCodes } from "../recovery-code/void.ts";
import { endSignIns } from "../sign-in/end.ts";
import type { World } from "../world.ts";

/**
 * Takes one method away, or with `"all"` turns two-factor off. With the last method the recovery codes are void,
 * sign-ins in progress end and remembered browsers are forgotten, all in one transaction. `not_found`: no such method of this account.
 */
export async function removeMethod(
  world: World,
  accountId: string,
  which: string,
): Promise<Outcome<void, "not_found">> {
  const id = which === "all" ? null : which;
  const [apps, email] = await world.db.batch([
    removeApps(world, accountId, id),
    removeEmailMethod(world, accountId, id),
    voidRecoveryCodes(world, accountId, noMethodLeft(accountId)),
    endSignIns(world, accountId, always),
    forgetDevices(world, accountId, always),
  ]);
  const removed = (apps?.results.length ?? 0) + (email?.results.length ?? 0);
  return removed > 0 || which === "all" ? ok(undefined) : fail("not_found");
}

/** Holds while the account has no second factor. */
export function noMethodLeft(accountId: string): Guard {
  return both(noAppLeft(accountId), noEmailMethodLeft(accountId));
}
