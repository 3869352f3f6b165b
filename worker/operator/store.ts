import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { OperatorScope } from "../../shared/contract/operator.ts";
import type { Guard, Term } from "../guard.ts";
import type { NumberedPageEnd } from "../http/cursor.ts";
import type { World } from "../world.ts";
import type { CurrentOperator } from "./rules.ts";

export interface OperatorRow {
  id: string;
  name: string;
  scopes: string;
  created_at: number;
  last_used_at: number | null;
  expires_at: number;
  revoked_at: number | null;
}

/** Keeps a new key by its hash. */
export function insertOperator(
  db: D1DatabaseSession,
  row: { id: string; name: string; keyHash: string; scopes: string; now: number; expiresAt: number },
): D1PreparedStatement {
  return db
    .prepare("INSERT INTO operators (id, name, key_hash, scopes, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)")
    .bind(row.id, row.name, row.keyHash, row.scopes, row.now, row.expiresAt);
}

/** Every key there ever was, the newest first; there are few. */
export function findOperators(db: D1DatabaseSession): D1PreparedStatement {
  return db.prepare(
    `SELECT id, name, scopes, created_at, last_used_at, expires_at, revoked_at
         FROM operators ORDER BY created_at DESC LIMIT 500`,
  );
}

/** Holds while a key can be revoked. */
export function keyIsUnrevoked(id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM operators WHERE id = ? AND revoked_at IS NULL)", values: [id] };
}

/** Ends a key; answers a row where it was the one to do so. */
export function revokeKey(db: D1DatabaseSession, id: string, now: number): D1PreparedStatement {
  return db
    .prepare("UPDATE operators SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL RETURNING id")
    .bind(now, id);
}

/** Holds while a key is somebody's, not revoked and not expired. */
export function keyIsGood(keyHash: string, now: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM operators WHERE key_hash = ? AND revoked_at IS NULL AND expires_at > ?)",
    values: [keyHash, now],
  };
}

/** Whether a key is somebody's, not revoked, not expired, and good for a scope; for any where that is empty. */
export async function findKeyWithScope(
  db: D1DatabaseSession,
  keyHash: string,
  scope: string,
  now: number,
): Promise<boolean> {
  const row = await db
    .prepare(
      `SELECT 1 FROM operators WHERE key_hash = ?1 AND revoked_at IS NULL AND expires_at > ?2
          AND (?3 = '' OR instr(' ' || scopes || ' ', ' ' || ?3 || ' ') > 0)`,
    )
    .bind(keyHash, now, scope)
    .first();
  return row !== null;
}

/** Whether the key of this id is neither revoked nor expired. */
export async function keyIsThere(db: D1DatabaseSession, id: string, now: number): Promise<boolean> {
  const row = await db
    .prepare("SELECT id FROM operators WHERE id = ? AND revoked_at IS NULL AND expires_at > ?")
    .bind(id, now)
    .first();
  return row !== null;
}

/** Holds while the key of this id is neither revoked nor expired, and has the scope. */
export function keyAllows(id: string, scope: string, now: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM operators WHERE id = ? AND revoked_at IS NULL AND expires_at > ?
                     AND instr(' ' || scopes || ' ', ' ' || ? || ' ') > 0)`,
    values: [id, now, scope],
  };
}

/** Notes that a key is used, unless that was noted since `notSince`. */
export function touchKey(
  db: D1DatabaseSession,
  keyHash: string,
  { now, notSince }: { now: number; notSince: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE operators SET last_used_at = ?
        WHERE key_hash = ? AND (last_used_at IS NULL OR last_used_at < ?) AND ${guard.sql}`,
    )
    .bind(now, keyHash, notSince, ...guard.values);
}

export interface BegunCallRow {
  operator_id: string | null;
  operator: string;
  status: number | null;
}

/** A call to write down before anything is done. */
export interface NewCallRow {
  id: string;
  keyHash: string;
  scope: string;
  at: number;
  method: string;
  route: string;
  ip: string;
  userAgent: string;
  /** What the log says of a key that is not good, and of one without the scope. */
  refusals: { key: number; scope: number };
}

/**
 * Writes a call down with whose it is, while `guard` holds; the row that comes back has a `status` where the call is
 * refused, and none where it may go on.
 */
export function insertCall(db: D1DatabaseSession, row: NewCallRow, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO operator_calls (id, operator_id, operator, at, method, route, status, ip, user_agent)
       SELECT ?, o.id, coalesce(o.name, ''), ?, ?, ?,
              CASE WHEN o.id IS NULL OR o.revoked_at IS NOT NULL OR o.expires_at <= ? THEN ?
                   WHEN instr(' ' || o.scopes || ' ', ' ' || ? || ' ') = 0 THEN ? END, ?, ?
         FROM (SELECT 1) LEFT JOIN operators o ON o.key_hash = ?
        WHERE ${guard.sql}
       RETURNING operator_id, operator, status`,
    )
    .bind(
      row.id,
      row.at,
      row.method,
      row.route,
      row.at,
      row.refusals.key,
      row.scope,
      row.refusals.scope,
      row.ip,
      row.userAgent,
      row.keyHash,
      ...guard.values,
    );
}

/** What was done by a call, and to what. */
export interface Done {
  did: string;
  accountId?: string | null;
  /** The id of what it was done to, where that is no account. */
  targetId?: Term;
}

const nothing: Term = { sql: "NULL", values: [] };

/**
 * A statement that writes beside an operator's call what it did, and to which account or other thing, while `guard` holds. It belongs
 * in the batch of what was done; the call itself was written down before.
 */
export function noteDone(
  world: World,
  operator: CurrentOperator,
  { did, accountId = null, targetId = nothing }: Done,
  guard: Guard,
): D1PreparedStatement {
  return world.db
    .prepare(
      `UPDATE operator_calls SET did = ?, account_id = ?, target_id = ${targetId.sql} WHERE id = ? AND ${guard.sql}`,
    )
    .bind(did, accountId, ...targetId.values, operator.callId, ...guard.values);
}

/** Writes beside a call what it was answered. */
export function setCallStatus(db: D1DatabaseSession, id: string, status: number): D1PreparedStatement {
  return db.prepare("UPDATE operator_calls SET status = ? WHERE id = ?").bind(status, id);
}

export interface CallRow extends BegunCallRow {
  seq: number;
  id: string;
  at: number;
  method: string;
  route: string;
  account_id: string | null;
  target_id: string | null;
  did: string | null;
  ip: string;
  user_agent: string;
}

/** The newest calls, or those that follow `after`; a page by keyset. */
export function findCalls(db: D1DatabaseSession, after: NumberedPageEnd | null, limit: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT seq, id, operator_id, operator, at, method, route, account_id, target_id, did, status, ip, user_agent
         FROM operator_calls WHERE (at, seq) < (?, ?) ORDER BY at DESC, seq DESC LIMIT ?`,
    )
    .bind(after?.at ?? Number.MAX_SAFE_INTEGER, after?.seq ?? 0, limit);
}

/** Takes away calls from before `before`, the oldest first and `limit` at most; answers how many went. */
export async function deleteOldCalls(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      "DELETE FROM operator_calls WHERE seq IN (SELECT seq FROM operator_calls WHERE at < ? ORDER BY at LIMIT ?)",
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}

/** A row where an operator's key that can act at `now` has this scope. */
export function findScope(db: D1DatabaseSession, id: string, scope: OperatorScope, now: number): Promise<unknown> {
  const allows = keyAllows(id, scope, now);
  return db
    .prepare(`SELECT 1 AS given WHERE ${allows.sql}`)
    .bind(...allows.values)
    .first();
}
