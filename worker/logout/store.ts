import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";

/** A site that somebody signed in to by a session. */
export interface NewLogoutRow {
  id: string;
  clientId: string;
  accountId: string;
  sessionId: string;
}

/** Notes that a site is to be told when a session ends, once for each, while `guard` holds. */
export function insertLogout(db: D1DatabaseSession, row: NewLogoutRow, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO oidc_logouts (id, client_id, account_id, sid, session_id) SELECT ?, ?, ?, ?, ? WHERE ${guard.sql}
       ON CONFLICT DO NOTHING`,
    )
    .bind(row.id, row.clientId, row.accountId, row.sessionId, row.sessionId, ...guard.values);
}

/** Lets a site be told as if the sessions had ended by which an account signed in to it. */
export function endLoginsOfApp(db: D1DatabaseSession, accountId: string, clientId: string): D1PreparedStatement {
  return db
    .prepare("UPDATE oidc_logouts SET session_id = NULL WHERE account_id = ? AND client_id = ?")
    .bind(accountId, clientId);
}

/** Forgets whom a site was to be told of, while `guard` holds. */
export function deleteLogoutsOf(db: D1DatabaseSession, clientId: string, guard: Guard): D1PreparedStatement {
  return db.prepare(`DELETE FROM oidc_logouts WHERE client_id = ? AND ${guard.sql}`).bind(clientId, ...guard.values);
}

/** A sign-out that a site is told of. Times in milliseconds since 1970. */
export interface LogoutRow {
  id: string;
  client_id: string;
  account_id: string;
  sid: string;
  status: "waiting" | "delivered" | "failed";
  attempts: number;
  next_attempt_at: number;
  leased_until: number;
  last_attempt_at: number | null;
  last_status: number | null;
  last_problem: string | null;
}

const columns =
  "id, client_id, account_id, sid, status, attempts, next_attempt_at, leased_until, last_attempt_at, last_status, last_problem";

/** The ids of those that are due and that nobody has in hand, those that wait longest first. */
export async function findDueLogouts(db: D1DatabaseSession, now: number, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM oidc_logouts
        WHERE session_id IS NULL AND status = 'waiting' AND next_attempt_at <= ?1 AND leased_until <= ?1
        ORDER BY next_attempt_at LIMIT ?2`,
    )
    .bind(now, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}

/**
 * Takes one that is due, to make an attempt: of many who try at the same moment one gets it, and nobody else before `until`.
 * Returns the row, and whether it is ours to send; null where there is none.
 */
export async function claimLogout(
  db: D1DatabaseSession,
  id: string,
  { now, until }: { now: number; until: number },
): Promise<{ row: LogoutRow; isOurs: boolean } | null> {
  const [claimed, found] = await db.batch<LogoutRow>([
    db
      .prepare(
        `UPDATE oidc_logouts SET attempts = attempts + 1, last_attempt_at = ?1, leased_until = ?2
          WHERE id = ?3 AND session_id IS NULL AND status = 'waiting' AND next_attempt_at <= ?1 AND leased_until <= ?1
          RETURNING id`,
      )
      .bind(now, until, id),
    db.prepare(`SELECT ${columns} FROM oidc_logouts WHERE id = ? AND session_id IS NULL`).bind(id),
  ]);
  const row = found?.results[0];
  return row ? { row, isOurs: claimed?.results.length === 1 } : null;
}

/** What became of an attempt: delivered, to be tried again at `next`, or failed for good where that is null. */
export interface SettledLogout {
  id: string;
  leasedUntil: number;
  isDelivered: boolean;
  next: number | null;
  status: number | null;
  problem: string | null;
}

/** Notes what became of an attempt, if nobody else has taken it since. */
export async function settleLogout(db: D1DatabaseSession, settled: SettledLogout): Promise<void> {
  await db
    .prepare(
      `UPDATE oidc_logouts
          SET status = CASE WHEN ?1 THEN 'delivered' WHEN ?2 IS NULL THEN 'failed' ELSE 'waiting' END,
              next_attempt_at = coalesce(?2, next_attempt_at), leased_until = 0, last_status = ?3, last_problem = ?4
        WHERE id = ?5 AND status = 'waiting' AND leased_until = ?6`,
    )
    .bind(Number(settled.isDelivered), settled.next, settled.status, settled.problem, settled.id, settled.leasedUntil)
    .run();
}

/** What a site was told last, or was to be told, `limit` at most. */
export function findLogouts(db: D1DatabaseSession, clientId: string, limit: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT ${columns} FROM oidc_logouts WHERE client_id = ? AND last_attempt_at IS NOT NULL
        ORDER BY last_attempt_at DESC LIMIT ?`,
    )
    .bind(clientId, limit);
}

/** Takes away those that are over and were tried last before `before`, `limit` at most; returns how many went. */
export async function deletePastLogouts(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM oidc_logouts WHERE id IN
         (SELECT id FROM oidc_logouts WHERE status <> 'waiting' AND last_attempt_at < ? LIMIT ?)`,
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}
