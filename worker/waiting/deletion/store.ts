import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";

export interface DueDeletionRow {
  id: string;
  account_id: string;
  email: string;
  locale: string;
}

/** Since when the deletion of a session's account waits: an expression in SQL for a guard on that session. */
export const waitsSince = "(SELECT created_at FROM deletions WHERE account_id = s.account_id)";

/** Keeps a deletion that waits; one that waits already stays as it is. */
export function insertDeletion(
  db: D1DatabaseSession,
  row: { accountId: string; id: string; now: number; readyAt: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO deletions (account_id, id, created_at, ready_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (account_id) DO NOTHING`,
    )
    .bind(row.accountId, row.id, row.now, row.readyAt);
}

/** Holds while this very deletion waits. */
export function deletionIs(accountId: string, id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM deletions WHERE account_id = ? AND id = ?)", values: [accountId, id] };
}

/** Holds while any deletion of the account waits. */
export function deletionWaits(accountId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM deletions WHERE account_id = ?)", values: [accountId] };
}

/** Holds while this very deletion waits and its time has come. */
export function deletionIsDue(accountId: string, id: string, now: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM deletions WHERE account_id = ? AND id = ? AND ready_at <= ?)",
    values: [accountId, id, now],
  };
}

/** Takes the account's deletion away, while `guard` holds; returns a row if there was one. */
export function deleteDeletion(db: D1DatabaseSession, accountId: string, guard: Guard): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM deletions WHERE account_id = ? AND ${guard.sql} RETURNING id`)
    .bind(accountId, ...guard.values);
}

/** Deletions whose time has come, with whom to tell, the oldest first and `limit` at most. */
export async function findDueDeletions(db: D1DatabaseSession, now: number, limit: number): Promise<DueDeletionRow[]> {
  const { results } = await db
    .prepare(
      `SELECT d.id, d.account_id, a.email, a.locale FROM deletions d JOIN accounts a ON a.id = d.account_id
        WHERE d.ready_at <= ? ORDER BY d.ready_at LIMIT ?`,
    )
    .bind(now, limit)
    .all<DueDeletionRow>();
  return results;
}

/** A statement that lets the account live on, while `guard` holds: its owner says that somebody else deleted it. */
export function voidDeletion(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteDeletion(world.db, accountId, guard);
}
