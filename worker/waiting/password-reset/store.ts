import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import { both } from "../../guard.ts";
import { hasProvedSince } from "../../session/store.ts";
import type { World } from "../../world.ts";

/** A reset that waits for its mailed code. */
export interface ResetRow {
  account_id: string | null;
  email: string;
}

/** Keeps a reset, of an unknown address too, while `guard` holds. */
export function insertReset(
  db: D1DatabaseSession,
  row: { id: string; email: string; emailKey: string; emailKeys: readonly string[]; now: number; expiresAt: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO password_resets (id, account_id, email, email_key, created_at, expires_at)
       SELECT ?1, (SELECT a.id FROM json_each(?6) JOIN accounts a ON a.email_key = json_each.value
                      ORDER BY json_each.key LIMIT 1), ?2, ?3, ?4, ?5 WHERE ${guard.sql}`,
    )
    .bind(row.id, row.email, row.emailKey, row.now, row.expiresAt, JSON.stringify(row.emailKeys), ...guard.values);
}

/** A reset that still waits; null where it expired, is void or never was. */
export function findReset(db: D1DatabaseSession, id: string, now: number): Promise<ResetRow | null> {
  return db
    .prepare("SELECT account_id, email FROM password_resets WHERE id = ? AND expires_at > ?")
    .bind(id, now)
    .first<ResetRow>();
}

/** Holds while a reset still waits for its code. */
export function resetWaits(id: string, now: number): Guard {
  return { sql: "EXISTS (SELECT 1 FROM password_resets WHERE id = ? AND expires_at > ?)", values: [id, now] };
}

/** A statement that voids the account's resets that wait for their code or link, while `guard` holds. */
export function voidResets(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM password_resets WHERE account_id = ? AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** Takes resets away that have expired, so many at most; answers how many went. */
export async function deleteExpiredResets(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM password_resets
        WHERE id IN (SELECT id FROM password_resets WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
    )
    .bind(now, limit)
    .run();
  return meta.changes;
}

/** Keeps a password that waits, in the place of one that waited before, while `guard` holds. */
export function insertWaiting(
  db: D1DatabaseSession,
  row: { accountId: string; hash: string; now: number; readyAt: number; resetId: string },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO waiting_passwords (account_id, hash, created_at, ready_at, reset_id)
       SELECT ?, ?, ?, ?, ? WHERE ${guard.sql}
       ON CONFLICT (account_id) DO UPDATE
         SET hash = excluded.hash, created_at = excluded.created_at,
             ready_at = excluded.ready_at, reset_id = excluded.reset_id
       RETURNING reset_id`,
    )
    .bind(row.accountId, row.hash, row.now, row.readyAt, row.resetId, ...guard.values);
}

/** Holds while the password of this reset waits. */
export function isWaiting(accountId: string, resetId: string): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM waiting_passwords WHERE account_id = ? AND reset_id = ?)",
    values: [accountId, resetId],
  };
}

/** Holds while this very hash waits and is ready. */
export function isReady(accountId: string, hash: string, now: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM waiting_passwords WHERE account_id = ? AND hash = ? AND ready_at <= ?)",
    values: [accountId, hash, now],
  };
}

/** Since when a password waits: an expression in SQL for a guard of `deleteWaiting`. */
export const waitsSince = "waiting_passwords.created_at";

/** Takes the password away that waits, while `guard` holds; answers a row if there was one. */
export function deleteWaiting(db: D1DatabaseSession, accountId: string, guard: Guard): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM waiting_passwords WHERE account_id = ? AND ${guard.sql} RETURNING account_id`)
    .bind(accountId, ...guard.values);
}

/** A statement that takes the new password away that waits until it takes effect, while `guard` holds. */
export function voidWaitingPassword(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteWaiting(world.db, accountId, guard);
}

/** The same, only where this session has proved whose it is since that password began to wait (promise S11). */
export function voidWaitingPasswordByProof(
  world: World,
  accountId: string,
  sessionId: string,
  guard: Guard,
): D1PreparedStatement {
  return deleteWaiting(world.db, accountId, both(guard, hasProvedSince(sessionId, waitsSince)));
}
