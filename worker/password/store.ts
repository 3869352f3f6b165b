import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { noPassword, voidMark } from "./hash.ts";

/** A statement that gives a new account the password it was asked for with, while `guard` holds. */
export function insertPasswordOfNewAccount(
  world: World,
  accountId: string,
  hash: string,
  guard: Guard,
): D1PreparedStatement {
  return world.db
    .prepare(`INSERT INTO passwords (account_id, hash, changed_at) SELECT ?, ?, ? WHERE ${guard.sql}`)
    .bind(accountId, hash, world.now, ...guard.values);
}

/** A password that was set elsewhere; `changedAt` in milliseconds. */
export interface ImportedPasswordRow {
  accountId: string;
  hash: string;
  changedAt: number;
}

/** A statement that gives accounts the passwords that they had elsewhere, those that are there; `changedAt` in milliseconds. */
export function insertImportedPasswords(
  world: World,
  passwords: readonly { accountId: string; hash: string; changedAt: number }[],
): D1PreparedStatement {
  return world.db
    .prepare(
      `INSERT INTO passwords (account_id, hash, changed_at)
       SELECT value ->> 'accountId', value ->> 'hash', value ->> 'changedAt' FROM json_each(?)
        WHERE EXISTS (SELECT 1 FROM accounts WHERE id = value ->> 'accountId')`,
    )
    .bind(JSON.stringify(passwords));
}

/** A statement that gives an account its first password, while `guard` holds; of many at once one answers a row. */
export function setFirstPassword(world: World, accountId: string, hash: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `UPDATE passwords SET hash = ?, changed_at = ? WHERE account_id = ? AND hash = ? AND ${guard.sql}
       RETURNING account_id`,
    )
    .bind(hash, world.now, accountId, noPassword, ...guard.values);
}

/**
 * Puts a new hash in the place of `oldHash`; of two changes at once the second finds another hash, and no row comes
 * back.
 */
export function replacePassword(
  db: D1DatabaseSession,
  accountId: string,
  hashes: { old: string; next: string },
  now: number,
): D1PreparedStatement {
  return db
    .prepare("UPDATE passwords SET hash = ?, changed_at = ? WHERE account_id = ? AND hash = ? RETURNING account_id")
    .bind(hashes.next, now, accountId, hashes.old);
}

/**
 * Gives an account the password of a reset in the place of `old`, while `guard` holds; `resetAt` bars e-mail as a
 * second step.
 */
export function replaceByReset(
  db: D1DatabaseSession,
  accountId: string,
  hashes: { old: string; next: string },
  { now, resetAt }: { now: number; resetAt: number | null },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE passwords SET hash = ?, changed_at = ?, reset_at = ?
        WHERE account_id = ? AND hash = ? AND ${guard.sql} RETURNING account_id`,
    )
    .bind(hashes.next, now, resetAt, accountId, hashes.old, ...guard.values);
}

/**
 * A statement that lets e-mail be a second step again, after a reset by e-mail, because another one was right
 * (promise S3).
 */
export function allowEmailStep(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`UPDATE passwords SET reset_at = NULL WHERE account_id = ? AND reset_at IS NOT NULL AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** The same password under today's parameters: nothing changed for the person. */
export function rehashPassword(
  db: D1DatabaseSession,
  accountId: string,
  hashes: { old: string; next: string },
): D1PreparedStatement {
  return db
    .prepare("UPDATE passwords SET hash = ? WHERE account_id = ? AND hash = ?")
    .bind(hashes.next, accountId, hashes.old);
}

/** A statement that makes the account's password sign in no more until it is replaced, while `guard` holds. */
export function voidPassword(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `UPDATE passwords SET hash = ?1 || hash
        WHERE account_id = ?2 AND substr(hash, 1, length(?1)) <> ?1 AND ${guard.sql}`,
    )
    .bind(voidMark, accountId, ...guard.values);
}

/** Holds while the account's password is the one that was checked: a change in between ends what it began. */
export function passwordIsStill(accountId: string, hash: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM passwords WHERE account_id = ? AND hash = ?)", values: [accountId, hash] };
}

/** Holds while the account's password signs nobody in: a new one is due, or none was ever chosen. */
export function passwordIsVoid(accountId: string): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM passwords WHERE account_id = ? AND substr(hash, 1, length(?)) = ?)",
    values: [accountId, voidMark, voidMark],
  };
}

/** Holds while there is such an account; each has a password. */
export function passwordExists(accountId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM passwords WHERE account_id = ?)", values: [accountId] };
}

/**
 * A statement that finds the hash whose work a password for an unknown address costs: of some account, the same for an
 * address each time. Ids are as random as `addressMac`, so that of unknown addresses as many cost what a hash of
 * another system costs as of known ones, and how long an answer takes tells nothing of either (promise P5).
 */
export function findDecoy(world: World, addressMac: string): D1PreparedStatement {
  return world.db
    .prepare(
      `SELECT coalesce((SELECT hash FROM passwords WHERE account_id >= ? ORDER BY account_id LIMIT 1),
                       (SELECT hash FROM passwords ORDER BY account_id LIMIT 1)) AS hash`,
    )
    .bind(addressMac);
}

/** The account's `hash`; no row where the account is gone. */
export function findPasswordHash(db: D1DatabaseSession, accountId: string): D1PreparedStatement {
  return db.prepare("SELECT hash FROM passwords WHERE account_id = ?").bind(accountId);
}

/** Holds while the account has no password yet. */
export function hasNoPassword(accountId: string): Guard {
  return passwordIsStill(accountId, noPassword);
}
