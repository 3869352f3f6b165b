import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";

/** Gives an account its first password, while `guard` holds. */
export function insertPassword(
  db: D1DatabaseSession,
  accountId: string,
  hash: string,
  now: number,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`INSERT INTO passwords (account_id, hash, changed_at) SELECT ?, ?, ? WHERE ${guard.sql}`)
    .bind(accountId, hash, now, ...guard.values);
}

/** A password that was set elsewhere; `changedAt` in milliseconds. */
export interface ImportedPasswordRow {
  accountId: string;
  hash: string;
  changedAt: number;
}

/** Gives accounts the passwords that they had elsewhere, those that are there. */
export function insertImported(db: D1DatabaseSession, rows: readonly ImportedPasswordRow[]): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO passwords (account_id, hash, changed_at)
       SELECT value ->> 'accountId', value ->> 'hash', value ->> 'changedAt' FROM json_each(?)
        WHERE EXISTS (SELECT 1 FROM accounts WHERE id = value ->> 'accountId')`,
    )
    .bind(JSON.stringify(rows));
}

/** Gives an account that has `none` its first password, while `guard` holds; of two at once one gets the row. */
export function replaceNone(
  db: D1DatabaseSession,
  accountId: string,
  hashes: { none: string; next: string },
  now: number,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE passwords SET hash = ?, changed_at = ? WHERE account_id = ? AND hash = ? AND ${guard.sql}
       RETURNING account_id`,
    )
    .bind(hashes.next, now, accountId, hashes.none, ...guard.values);
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

/** Lets e-mail be a second step again, while `guard` holds. */
export function clearReset(db: D1DatabaseSession, accountId: string, guard: Guard): D1PreparedStatement {
  return db
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

/** Puts `mark` before the account's hash, once, while `guard` holds. */
export function markPassword(
  db: D1DatabaseSession,
  accountId: string,
  mark: string,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE passwords SET hash = ?1 || hash
        WHERE account_id = ?2 AND substr(hash, 1, length(?1)) <> ?1 AND ${guard.sql}`,
    )
    .bind(mark, accountId, ...guard.values);
}

/** Holds while `hash` is the account's password. */
export function passwordIs(accountId: string, hash: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM passwords WHERE account_id = ? AND hash = ?)", values: [accountId, hash] };
}

/** Holds while the account's hash begins with `mark`. */
export function passwordBegins(accountId: string, mark: string): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM passwords WHERE account_id = ? AND substr(hash, 1, length(?)) = ?)",
    values: [accountId, mark, mark],
  };
}

/** Holds while the account has a password, as every account does. */
export function hasPassword(accountId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM passwords WHERE account_id = ?)", values: [accountId] };
}

/** The hash of the account whose id comes next after `key`, or of the first one; null where there is none. */
export function hashNear(db: D1DatabaseSession, key: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT coalesce((SELECT hash FROM passwords WHERE account_id >= ? ORDER BY account_id LIMIT 1),
                       (SELECT hash FROM passwords ORDER BY account_id LIMIT 1)) AS hash`,
    )
    .bind(key);
}

/** The account's `hash`; no row where the account is gone. */
export function findPasswordHash(db: D1DatabaseSession, accountId: string): D1PreparedStatement {
  return db.prepare("SELECT hash FROM passwords WHERE account_id = ?").bind(accountId);
}
