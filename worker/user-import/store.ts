import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { RefusalReason } from "../../shared/contract/user-import.ts";
import type { Guard, Term } from "../guard.ts";

export interface ImportRow {
  id: string;
  emails_verified: 0 | 1;
  rows_judged: number;
  rows_added: number;
  created_at: number;
}

const importColumns = "id, emails_verified, rows_judged, rows_added, created_at";

/** Keeps a new import, or answers the one that the same file began. */
export function insertImport(
  db: D1DatabaseSession,
  row: { id: string; fingerprint: string | null; emailsVerified: boolean; now: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO imports (id, fingerprint, emails_verified, created_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (fingerprint, emails_verified) DO UPDATE SET fingerprint = excluded.fingerprint
       RETURNING ${importColumns}`,
    )
    .bind(row.id, row.fingerprint, row.emailsVerified ? 1 : 0, row.now);
}

/** The id of the import that a file has begun, or that was begun without a file. */
export function idOfImport(row: { id: string; fingerprint: string | null; emailsVerified: boolean }): Term {
  return {
    sql: "coalesce((SELECT id FROM imports WHERE fingerprint = ? AND emails_verified = ?), ?)",
    values: [row.fingerprint ?? "", row.emailsVerified ? 1 : 0, row.id],
  };
}

/** Holds while there is this import. */
export function importExists(id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM imports WHERE id = ?)", values: [id] };
}

/** An import; no row where there is none. */
export function findImport(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare(`SELECT ${importColumns} FROM imports WHERE id = ?`).bind(id);
}

/** Holds while so many rows of the import were judged, and no more. */
export function isAt(id: string, rowsJudged: number): Guard {
  return { sql: "EXISTS (SELECT 1 FROM imports WHERE id = ? AND rows_judged = ?)", values: [id, rowsJudged] };
}

export interface RefusedRowRow {
  row: number;
  reason: RefusalReason;
  field: string | null;
}

/** Keeps rows that were refused, while `guard` holds. */
export function insertRefused(
  db: D1DatabaseSession,
  importId: string,
  rows: readonly { row: number; reason: RefusalReason; field?: string }[],
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO refused_rows (import_id, row, reason, field)
       SELECT ?, value ->> 'row', value ->> 'reason', value ->> 'field' FROM json_each(?) WHERE ${guard.sql}`,
    )
    .bind(importId, JSON.stringify(rows), ...guard.values);
}

/** A row, and the id that its account has where it was made. */
export interface TakenRow {
  row: number;
  accountId: string;
}

/** Keeps as refused those rows of which no account was made, for their address had one, while `guard` holds. */
export function insertAlreadyHere(
  db: D1DatabaseSession,
  importId: string,
  rows: readonly TakenRow[],
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO refused_rows (import_id, row, reason)
       SELECT ?, value ->> 'row', 'already_here' FROM json_each(?)
        WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE id = value ->> 'accountId') AND ${guard.sql}`,
    )
    .bind(importId, JSON.stringify(rows), ...guard.values);
}

/** Moves an import on from `from` to `to` judged rows, once, and counts the accounts that were made of `rows`. */
export function advance(
  db: D1DatabaseSession,
  id: string,
  { from, to }: { from: number; to: number },
  rows: readonly TakenRow[],
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE imports
          SET rows_judged = ?, rows_added = rows_added + (
                SELECT count(*) FROM json_each(?)
                 WHERE EXISTS (SELECT 1 FROM accounts WHERE accounts.id = value ->> 'accountId'))
        WHERE id = ? AND rows_judged = ?`,
    )
    .bind(to, JSON.stringify(rows), id, from);
}

/** The refused rows of an import that follow `after`, `limit` at most. */
export async function findRefused(
  db: D1DatabaseSession,
  importId: string,
  after: number,
  limit: number,
): Promise<RefusedRowRow[]> {
  const { results } = await db
    .prepare("SELECT row, reason, field FROM refused_rows WHERE import_id = ? AND row > ? ORDER BY row LIMIT ?")
    .bind(importId, after, limit)
    .all<RefusedRowRow>();
  return results;
}

/** Takes away reports of imports that were begun before `before`, `limit` rows at most, and imports that have none left. */
export async function deleteOldImports(db: D1DatabaseSession, before: number, limit: number): Promise<void> {
  await db.batch([
    db
      .prepare(
        `DELETE FROM refused_rows WHERE (import_id, row) IN (
           SELECT import_id, row FROM refused_rows JOIN imports ON imports.id = import_id
            WHERE imports.created_at < ? LIMIT ?)`,
      )
      .bind(before, limit),
    db
      .prepare(
        `DELETE FROM imports WHERE id IN (
           SELECT id FROM imports
            WHERE created_at < ? AND NOT EXISTS (SELECT 1 FROM refused_rows WHERE import_id = imports.id) LIMIT ?)`,
      )
      .bind(before, limit),
  ]);
}
