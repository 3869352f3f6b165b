import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { readAccount } from "../account/read.ts";
import { methodExists } from "../account/store.ts";
import { recordEvent } from "../activity/record.ts";
import { noEmailMethodLeft, removeEmailMethod } from "../email-code/store.ts";
import { type Changed, endedBy, ends } from "../ends.ts";
import { always, both, type Guard, not } from "../guard.ts";
import { type Owner, tellOwner } from "../mail/tell-owner.ts";
import { noPasskeyLeft, removePasskeys } from "../passkey/store.ts";
import type { CurrentSession } from "../session/rules.ts";
import { keepRemovedMethods } from "../set-aside/keep-removed.ts";
import { noAppLeft, removeApps } from "../totp/store.ts";
import type { World } from "../world.ts";
import { onlyPasskeysAreAsked, takeCodesAgain } from "./passkeys-only/set.ts";

/**
 * Takes one method away, and ends what `ends` names; with the last one two-factor is off. All of it happens and is told
 * in one transaction. `not_found`: no such method of this account.
 */
export async function removeMethod(
  world: World,
  session: CurrentSession,
  id: string,
): Promise<Outcome<void, "not_found">> {
  const accountId = session.account.id;
  const account = await readAccount(world, accountId);
  const method = account.twoFactor.methods.find((each) => each.id === id);
  if (!method) return fail("not_found");
  const { type, name } = method;
  const isThere = methodExists(accountId, id);
  const others = not(noMethodLeft(accountId, id));
  const endsOnlyPasskeys = both(noPasskeyLeft(accountId, id), onlyPasskeysAreAsked(accountId));
  const told = (kind: "method_removed" | "last_passkey_removed", guard: Guard) =>
    tellOwner(world, account, { kind, about: name }, both(both(isThere, others), guard));
  const removed = await removeMethods(world, session, id, [
    recordEvent(world, accountId, { type: "method_removed", detail: { method: type, name } }, isThere),
    recordEvent(world, accountId, { type: "passkeys_only_off" }, both(isThere, endsOnlyPasskeys)),
    await told("method_removed", not(endsOnlyPasskeys)),
    await told("last_passkey_removed", endsOnlyPasskeys),
    ...(await tellTwoFactorOff(world, account, both(isThere, not(others)))),
  ]);
  return removed > 0 ? ok(undefined) : fail("not_found");
}

/** Takes every method away, likewise; where there is none, nothing happens. */
export async function turnOffTwoFactor(world: World, session: CurrentSession): Promise<void> {
  const owner = session.account;
  await removeMethods(world, session, null, await tellTwoFactorOff(world, owner, not(noMethodLeft(owner.id))));
}

/** Holds while the account has no second factor, the one of `butId` aside. */
export function noMethodLeft(accountId: string, butId?: string): Guard {
  return both(both(noAppLeft(accountId, butId), noEmailMethodLeft(accountId, butId)), noPasskeyLeft(accountId, butId));
}

/**
 * Statements that take one method away, or with no id all, while `guard` holds: a row for each method. A copy is kept for
 * 30 days, in case it was somebody else who did it (promise S10).
 */
export function methodRemoval(world: World, accountId: string, id: string | null, guard: Guard): D1PreparedStatement[] {
  return [
    ...keepRemovedMethods(world, accountId, id, guard),
    removeApps(world, accountId, id, guard),
    removeEmailMethod(world, accountId, id, guard),
    removePasskeys(world, accountId, id, guard),
    ...takeCodesAgain(world, accountId, both(guard, noPasskeyLeft(accountId))),
  ];
}

/** Removes what `told` tells of, which is written first: it goes by how things were before. */
async function removeMethods(
  world: World,
  session: CurrentSession,
  id: string | null,
  told: D1PreparedStatement[],
): Promise<number> {
  const changed: Changed = { accountId: session.account.id, sessionId: session.id };
  const removal = methodRemoval(world, changed.accountId, id, always);
  const results = await world.db.batch([
    ...told,
    ...removal,
    ...endedBy(world, "method_removed", changed, always),
    ...endedBy(world, "two_factor_off", changed, noMethodLeft(changed.accountId), ends.method_removed),
  ]);
  return results.slice(told.length, told.length + removal.length).reduce((sum, { results }) => sum + results.length, 0);
}

async function tellTwoFactorOff(world: World, owner: Owner, guard: Guard): Promise<D1PreparedStatement[]> {
  return [
    recordEvent(world, owner.id, { type: "two_factor_off" }, guard),
    await tellOwner(world, owner, { kind: "two_factor_off" }, guard),
  ];
}
