import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { recordEvent } from "../../activity/record.ts";
import { both, type Guard, not } from "../../guard.ts";
import { type Owner, tellOwner } from "../../mail/tell-owner.ts";
import type { CurrentSession } from "../../session/rules.ts";
import { hasProvedSince } from "../../session/store.ts";
import type { World } from "../../world.ts";
import { deleteDeletion, deletionIs, deletionWaits, waitsSince } from "./store.ts";

/**
 * Keeps an account that was about to be deleted, by the whole sign-in after the deletion: that is step-up enough, for every
 * session from before has ended (promise S11). Returns whether it waited and the session proved itself since then.
 */
export async function stopDeletion(world: World, session: CurrentSession, id: string): Promise<boolean> {
  const statements = await deletionToStop(world, session.account, id, hasProvedSince(session.id, waitsSince));
  const results = await world.db.batch(statements);
  return results.at(-1)?.results.length === 1;
}

/** Statements that keep the account, while `guard` holds, and tell its owner; the last returns a row if so. */
export async function deletionToStop(
  world: World,
  owner: Owner,
  id: string,
  guard: Guard,
): Promise<D1PreparedStatement[]> {
  const stops = both(deletionIs(owner.id, id), guard);
  return [
    recordEvent(world, owner.id, { type: "deletion_stopped" }, stops),
    await tellOwner(world, owner, { kind: "deletion_stopped" }, stops),
    deleteDeletion(world.db, owner.id, stops),
  ];
}

/** Holds while the account is not about to be deleted. */
export function isKept(accountId: string): Guard {
  return not(deletionWaits(accountId));
}
