import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { type Guard, known, type Term } from "../guard.ts";
import type { World } from "../world.ts";
import { deletePasskeys, hasNoPasskey, insertRestored } from "./store.ts";

/** A statement that takes away one passkey, or with no id all of the account's, while `guard` holds; it answers a row for each. */
export function removePasskeys(world: World, accountId: string, id: string | null, guard: Guard): D1PreparedStatement {
  return deletePasskeys(world.db, accountId, id, guard);
}

/** Holds while the account has no passkey, the one of `butId` aside. */
export function noPasskeyLeft(accountId: string | Term, butId?: string): Guard {
  return hasNoPasskey(typeof accountId === "string" ? known(accountId) : accountId, butId);
}

/** A statement that gives a passkey back that was set aside, while `guard` holds. */
export function restorePasskey(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return insertRestored(world.db, accountId, id, guard);
}
