import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { EventType } from "../../shared/contract/event-types.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import type { Guard } from "../guard.ts";
import { tellOfLogouts } from "../logout/tell.ts";
import type { World } from "../world.ts";
import type { CurrentSession } from "./rules.ts";
import { deleteOtherSessions, deleteSession, otherSessionExists, sessionExists } from "./store.ts";

/**
 * Signs out: ends the session that asks, immediately and for good. `outliving` is run before, in the same batch: it keeps
 * what sites may hold on to (`offline_access`); all else of theirs goes with the session.
 */
export async function endSession(world: World, session: CurrentSession, outliving: D1PreparedStatement): Promise<void> {
  await deleteAndRecord(world, session.account.id, session.id, "signed_out", [outliving]);
}

/** Ends one of the account's sessions. `not_found`: it has none of that id. */
export async function endOneSession(world: World, accountId: string, id: string): Promise<Outcome<void, "not_found">> {
  return (await deleteAndRecord(world, accountId, id, "session_ended")) ? ok(undefined) : fail("not_found");
}

/** A statement that ends every session of the account but `keptId`, while `guard` holds. */
export function endOtherSessions(world: World, accountId: string, keptId: string, guard: Guard): D1PreparedStatement {
  world.afterAnswer(() => tellOfLogouts(world));
  return deleteOtherSessions(world.db, accountId, keptId, guard);
}

/** A statement that ends every session of the account, while `guard` holds. */
export function endSessions(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  world.afterAnswer(() => tellOfLogouts(world));
  return deleteOtherSessions(world.db, accountId, null, guard);
}

/** One session of the account, to be ended by `statement`, which answers a row if it does; `isThere` holds before. */
export function sessionToEnd(
  world: World,
  accountId: string,
  id: string,
): { statement: D1PreparedStatement; isThere: Guard } {
  world.afterAnswer(() => tellOfLogouts(world));
  return { statement: deleteSession(world.db, accountId, id), isThere: sessionExists(accountId, id) };
}

/** Holds while the account has another session than this one. */
export function anyOtherSessionExists({ id, account }: CurrentSession): Guard {
  return otherSessionExists(account.id, id);
}

/** Holds while the account has any session. */
export function anySessionExists(accountId: string): Guard {
  return otherSessionExists(accountId, "");
}

async function deleteAndRecord(
  world: World,
  accountId: string,
  id: string,
  type: EventType,
  before: D1PreparedStatement[] = [],
): Promise<boolean> {
  world.afterAnswer(() => tellOfLogouts(world));
  const results = await world.db.batch([
    ...before,
    recordEvent(world, accountId, { type }, sessionExists(accountId, id)),
    deleteSession(world.db, accountId, id),
  ]);
  return results.at(-1)?.results.length === 1;
}
