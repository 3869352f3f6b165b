import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { noAppLeft, removeApps } from "../app-code/remove.ts";
import { forgetDevices } from "../device/forget.ts";
import { noEmailMethodLeft, removeEmailMethod } from "../email-code/method.ts";
import { always, both, type Guard, not } from "../guard.ts";
import { type Owner, tellOwner } from "../mail/tell-owner.ts";
import { noPasskeyLeft, removePasskeys } from "../passkey/remove.ts";
import { voidRecoveryCodes } from "../recovery-code/void.ts";
import { keepRemovedMethods, keepVoidedRecoveryCodes } from "../set-aside/keep-removed.ts";
import { endSignIns } from "../sign-in/end.ts";
import type { World } from "../world.ts";
import { takeCodesAgain } from "./passkeys-only/set.ts";
import { readAccount } from "./read.ts";
import { methodExists } from "./store.ts";

/**
 * Takes one method away. With the last one two-factor is off and the recovery codes are void; sign-ins in progress
 * end and remembered browsers are forgotten. All of it happens and is told in one transaction. `not_found`: no such
 * method of this account.
 */
export async function removeMethod(world: World, accountId: string, id: string): Promise<Outcome<void, "not_found">> {
  const account = await readAccount(world, accountId);
  const method = account.twoFactor.methods.find((each) => each.id === id);
  if (!method) return fail("not_found");
  const { type, name } = method;
  const isThere = methodExists(accountId, id);
  const others = not(noMethodLeft(accountId, id));
  const removed = await removeMethods(world, accountId, id, [
    recordEvent(world, accountId, { type: "method_removed", detail: { method: type, name } }, isThere),
    await tellOwner(world, account, { kind: "method_removed", about: name }, both(isThere, others)),
    ...(await tellTwoFactorOff(world, account, both(isThere, not(others)))),
  ]);
  return removed > 0 ? ok(undefined) : fail("not_found");
}

/** Takes every method away, likewise; where there is none, nothing happens. */
export async function turnOffTwoFactor(world: World, owner: Owner): Promise<void> {
  await removeMethods(world, owner.id, null, await tellTwoFactorOff(world, owner, not(noMethodLeft(owner.id))));
}

/** Holds while the account has no second factor, the one of `butId` aside. */
export function noMethodLeft(accountId: string, butId?: string): Guard {
  return both(both(noAppLeft(accountId, butId), noEmailMethodLeft(accountId, butId)), noPasskeyLeft(accountId, butId));
}

/**
 * Statements that take one method away, or with no id all, and what ends with it, while `guard` holds: a row for each
 * method. A copy is kept for 30 days, in case it was somebody else who did it (promise S10).
 */
export function methodRemoval(world: World, accountId: string, id: string | null, guard: Guard): D1PreparedStatement[] {
  return [
    ...keepRemovedMethods(world, accountId, id, guard),
    removeApps(world, accountId, id, guard),
    removeEmailMethod(world, accountId, id, guard),
    removePasskeys(world, accountId, id, guard),
    keepVoidedRecoveryCodes(world, accountId, both(guard, noMethodLeft(accountId))),
    voidRecoveryCodes(world, accountId, both(guard, noMethodLeft(accountId))),
    ...takeCodesAgain(world, accountId, both(guard, noPasskeyLeft(accountId))),
    endSignIns(world, accountId, guard),
    forgetDevices(world, accountId, guard),
  ];
}

/** Removes what `told` tells of, which is written first: it goes by how things were before. */
async function removeMethods(
  world: World,
  accountId: string,
  id: string | null,
  told: D1PreparedStatement[],
): Promise<number> {
  const results = await world.db.batch([...told, ...methodRemoval(world, accountId, id, always)]);
  return results.slice(told.length).reduce((sum, { results }) => sum + results.length, 0);
}

async function tellTwoFactorOff(world: World, owner: Owner, guard: Guard): Promise<D1PreparedStatement[]> {
  return [
    recordEvent(world, owner.id, { type: "two_factor_off" }, guard),
    await tellOwner(world, owner, { kind: "two_factor_off" }, guard),
  ];
}
