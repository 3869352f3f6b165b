import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Algorithm } from "../../shared/otp/otp-key.ts";
import type { Guard, Term } from "../guard.ts";
import type { World } from "../world.ts";

export interface AppCodeRow {
  id: string;
  name: string;
  sealed_secret: string;
  expires_at: number;
  confirmed_at: number | null;
  /** The session that began it. */
  begun_by: string | null;
}

/** Keeps a set-up that waits for its first code, and drops the account's earlier ones that were never confirmed in time. */
export function insertEnrolment(
  db: D1DatabaseSession,
  row: {
    id: string;
    accountId: string;
    begunBy: string;
    name: string;
    sealedSecret: string;
    now: number;
    expiresAt: number;
  },
): D1PreparedStatement[] {
  return [
    db
      .prepare("DELETE FROM app_codes WHERE account_id = ? AND confirmed_at IS NULL AND expires_at <= ?")
      .bind(row.accountId, row.now),
    db
      .prepare(
        `INSERT INTO app_codes (id, account_id, begun_by, name, sealed_secret, created_at, expires_at)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
      )
      .bind(row.id, row.accountId, row.begunBy, row.name, row.sealedSecret, row.now, row.expiresAt),
  ];
}

/** A set-up of this account that waits for its code, expired or not. */
export function findEnrolment(db: D1DatabaseSession, id: string, accountId: string): Promise<AppCodeRow | null> {
  return db
    .prepare(
      `SELECT id, name, sealed_secret, expires_at, confirmed_at, begun_by FROM app_codes
        WHERE id = ? AND account_id = ? AND confirmed_at IS NULL`,
    )
    .bind(id, accountId)
    .first<AppCodeRow>();
}

/** A statement that gives an active app of the account another name; answers a row if there is one of this id. */
export function nameApp(world: World, accountId: string, id: string, name: string): D1PreparedStatement {
  return world.db
    .prepare("UPDATE app_codes SET name = ? WHERE id = ? AND account_id = ? AND confirmed_at IS NOT NULL RETURNING id")
    .bind(name, id, accountId);
}

/** Makes a set-up an active method, once; the step of its code is spent with it. */
export function confirmEnrolment(
  db: D1DatabaseSession,
  row: { id: string; accountId: string; step: number; now: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE app_codes SET confirmed_at = ?, last_step = ?
        WHERE id = ? AND account_id = ? AND confirmed_at IS NULL AND expires_at > ? RETURNING id`,
    )
    .bind(row.now, row.step, row.id, row.accountId, row.now);
}

/** An active app, with what its codes are computed by. */
export interface ConfirmedAppRow extends Pick<AppCodeRow, "id" | "sealed_secret"> {
  algorithm: Algorithm;
  period: number;
}

/** A statement that reads the account's apps, for `verifyTotpCode`; the account may be a term, of a sign-in say. */
export function appsToVerify(world: World, accountId: Term): D1PreparedStatement {
  return world.db
    .prepare(
      `SELECT id, sealed_secret, algorithm, period FROM app_codes
        WHERE account_id = ${accountId.sql} AND confirmed_at IS NOT NULL`,
    )
    .bind(...accountId.values);
}

/** An app that was confirmed elsewhere. */
export interface ImportedAppRow {
  id: string;
  accountId: string;
  name: string;
  sealedSecret: string;
  algorithm: Algorithm;
  period: number;
}

/** Keeps apps that were confirmed elsewhere, active at once, of those accounts that are there. */
export function insertConfirmed(
  db: D1DatabaseSession,
  rows: readonly ImportedAppRow[],
  now: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO app_codes (id, account_id, name, sealed_secret, algorithm, period, created_at, expires_at, confirmed_at)
       SELECT value ->> 'id', value ->> 'accountId', value ->> 'name', value ->> 'sealedSecret',
              value ->> 'algorithm', value ->> 'period', ?1, ?1, ?1
         FROM json_each(?2) WHERE EXISTS (SELECT 1 FROM accounts WHERE id = value ->> 'accountId')`,
    )
    .bind(now, JSON.stringify(rows));
}

/** Spends a step of a method: the one statement that decides who used a code first (promise C1). */
export function spendStep(
  db: D1DatabaseSession,
  id: string,
  step: number,
  now: number,
): Promise<{ id: string } | null> {
  return db
    .prepare(
      `UPDATE app_codes SET last_step = ?, last_used_at = ?
        WHERE id = ? AND confirmed_at IS NOT NULL AND last_step < ? RETURNING id`,
    )
    .bind(step, now, id, step)
    .first();
}

/** How many secrets each key has sealed. Walks the whole index: for the operator's command, never for a request. */
export async function countBySealingKey(db: D1DatabaseSession): Promise<{ sealed_by: string; count: number }[]> {
  const { results } = await db
    .prepare("SELECT sealed_by, count(*) AS count FROM app_codes GROUP BY sealed_by")
    .all<{ sealed_by: string; count: number }>();
  return results;
}

/** The next secrets that a key has sealed, in the order of their methods' ids. */
export async function findSealedBy(
  db: D1DatabaseSession,
  keyId: string,
  after: string,
  limit: number,
): Promise<{ id: string; account_id: string; sealed_secret: string }[]> {
  const { results } = await db
    .prepare("SELECT id, account_id, sealed_secret FROM app_codes WHERE sealed_by = ? AND id > ? ORDER BY id LIMIT ?")
    .bind(keyId, after, limit)
    .all<{ id: string; account_id: string; sealed_secret: string }>();
  return results;
}

/** Puts the same secret under a newer key, and answers a row, unless it was resealed meanwhile. */
export function resealSecret(
  db: D1DatabaseSession,
  id: string,
  sealed: { old: string; next: string },
): D1PreparedStatement {
  return db
    .prepare("UPDATE app_codes SET sealed_secret = ? WHERE id = ? AND sealed_secret = ? RETURNING id")
    .bind(sealed.next, id, sealed.old);
}

/** A statement that takes away one app, or with no id all of the account's, while `guard` holds; a row for each. */
export function removeApps(world: World, accountId: string, id: string | null, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM app_codes WHERE account_id = ? AND (? IS NULL OR id = ?) AND ${guard.sql} RETURNING id`)
    .bind(accountId, id, id, ...guard.values);
}

/** A statement that takes away the account's set-ups that wait for their first code, while `guard` holds. */
export function endSetUps(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM app_codes WHERE account_id = ? AND confirmed_at IS NULL AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** Holds while a set-up of the account can be confirmed. */
export function enrolmentIsWaiting(id: string, accountId: string, now: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM app_codes WHERE id = ? AND account_id = ? AND confirmed_at IS NULL AND expires_at > ?)",
    values: [id, accountId, now],
  };
}

/** Holds while the method is active. */
export function appIsConfirmed(id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM app_codes WHERE id = ? AND confirmed_at IS NOT NULL)", values: [id] };
}

/** Holds while the account has no active app, the one of `butId` aside. */
export function noAppLeft(accountId: string, butId = ""): Guard {
  return {
    sql: "NOT EXISTS (SELECT 1 FROM app_codes WHERE account_id = ? AND id <> ? AND confirmed_at IS NOT NULL)",
    values: [accountId, butId],
  };
}

/** Takes away set-ups that expired by `now` without being confirmed, `limit` at most; answers how many went. */
export async function deleteExpiredEnrolments(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM app_codes
        WHERE id IN (SELECT id FROM app_codes WHERE confirmed_at IS NULL AND expires_at <= ? LIMIT ?)`,
    )
    .bind(now, limit)
    .run();
  return meta.changes;
}

/** A statement that gives an app back that was set aside, while `guard` holds. */
export function restoreApp(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `INSERT INTO app_codes (id, account_id, name, sealed_secret, created_at, expires_at, confirmed_at, last_step,
                              last_used_at, algorithm, period)
       SELECT id, account_id, content ->> 'name', content ->> 'sealed_secret', content ->> 'created_at',
              content ->> 'expires_at', content ->> 'confirmed_at', content ->> 'last_step',
              content ->> 'last_used_at', content ->> 'algorithm', content ->> 'period'
         FROM set_aside WHERE id = ? AND account_id = ? AND kind = 'app' AND ${guard.sql}`,
    )
    .bind(id, accountId, ...guard.values);
}
