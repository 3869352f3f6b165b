import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Account } from "../../../shared/contract/account.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { accountOfResult, readAccountStatement } from "../../account/read.ts";
import { takesCodes } from "../../account/store.ts";
import { recordEvent } from "../../activity/record.ts";
import { endedBy } from "../../ends.ts";
import { always, both, type Guard, not, type Term } from "../../guard.ts";
import { limitChanges } from "../../mail/limit-changes.ts";
import { tellOwner } from "../../mail/tell-owner.ts";
import { noPasskeyLeft } from "../../passkey/store.ts";
import type { CurrentSession } from "../../session/rules.ts";
import type { DisputedTime } from "../../set-aside/rules.ts";
import type { CountedMethod } from "../../throttle/rules.ts";
import type { World } from "../../world.ts";
import { isOtherwise, type PasskeysOnlyChange, restoreSetting, setPasskeysOnly } from "./store.ts";

/**
 * 'Ask for nothing weaker': from then on only a passkey or a recovery code signs in and steps up. Whatever was begun with less ends
 * with it (promise S5b). `not_found`: there is no passkey to ask for; `too_many_attempts`: it was turned on ten times
 * within a day (promise G7).
 */
export async function demandPasskeys(
  world: World,
  { id: sessionId, account: owner }: CurrentSession,
  on: boolean,
): Promise<Outcome<Account, "not_found" | "too_many_attempts", { retryAfter?: number }>> {
  const isNew = isOtherwise(owner.id, on);
  const changes = on ? both(isNew, not(noPasskeyLeft(owner.id))) : isNew;
  const kind = on ? "passkeys_only_on" : "passkeys_only_off";
  const statements = [
    recordEvent(world, owner.id, { type: kind }, changes),
    await tellOwner(world, owner, { kind }, changes),
    ...endedBy(world, "passkeys_only_changed", { accountId: owner.id, sessionId }, changes),
    ...setPasskeysOnly(world.db, changeOf(world, owner.id, on), changes),
    readAccountStatement(world, owner.id),
  ];
  const done = on
    ? await limitChanges(world, { accountId: owner.id, kind }, statements)
    : ok(await world.db.batch(statements));
  if (!done.ok) return done;
  const account = accountOfResult(done.value.at(-1));
  return account.twoFactor.passkeysOnly === on ? ok(account) : fail("not_found");
}

/** Holds while nothing weaker than a passkey is accepted. */
export function onlyPasskeysAreAsked(accountId: string): Guard {
  return isOtherwise(accountId, false);
}

/** Statements that ask for nothing stronger any more, while `guard` holds: with the last passkey its setting goes. */
export function takeCodesAgain(world: World, accountId: string, guard: Guard): D1PreparedStatement[] {
  return setPasskeysOnly(world.db, changeOf(world, accountId, false), guard);
}

/** Statements that put it back as it was before a disputed time, off where no passkey is left, while `guard` holds. */
export function restorePasskeysOnly(
  world: World,
  accountId: string,
  time: DisputedTime,
  guard: Guard,
): D1PreparedStatement[] {
  return restoreSetting(world.db, accountId, time, guard);
}

function changeOf({ now, sessionId = "" }: World, accountId: string, on: boolean): PasskeysOnlyChange {
  return { accountId, on, now, sessionId };
}

/** Holds while the account accepts this method: where it asks for nothing weaker than a passkey, no code but a recovery code. */
export function methodIsAccepted(accountId: Term, method: CountedMethod): Guard {
  return method === "app" || method === "email" ? takesCodes(accountId) : always;
}
