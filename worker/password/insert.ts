import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { insertImported, insertPassword } from "./store.ts";

/** A statement that gives a new account the password it was asked for with, while `guard` holds. */
export function insertPasswordOfNewAccount(
  world: World,
  accountId: string,
  hash: string,
  guard: Guard,
): D1PreparedStatement {
  return insertPassword(world.db, accountId, hash, world.now, guard);
}

/** A statement that gives accounts the passwords that they had elsewhere, those that are there; `changedAt` in milliseconds. */
export function insertImportedPasswords(
  world: World,
  passwords: readonly { accountId: string; hash: string; changedAt: number }[],
): D1PreparedStatement {
  return insertImported(world.db, passwords);
}
