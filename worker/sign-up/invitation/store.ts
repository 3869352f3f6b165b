import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";

/**
 * Keeps an invitation in the place of an older one, while `guard` holds and none was sent since `notSince`; answers a
 * row if so.
 */
export function insertInvitation(
  db: D1DatabaseSession,
  row: { accountId: string; id: string; now: number; expiresAt: number; notSince: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO invitations (account_id, id, created_at, expires_at) SELECT ?, ?, ?, ? WHERE ${guard.sql}
       ON CONFLICT (account_id) DO UPDATE
         SET id = excluded.id, created_at = excluded.created_at, expires_at = excluded.expires_at
       WHERE created_at <= ?
       RETURNING id`,
    )
    .bind(row.accountId, row.id, row.now, row.expiresAt, ...guard.values, row.notSince);
}

/** Holds while this very invitation was not accepted, replaced or let expire. */
export function invitationIs(accountId: string, id: string, now: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM invitations WHERE account_id = ? AND id = ? AND expires_at > ?)",
    values: [accountId, id, now],
  };
}

/** Holds once this very invitation is kept. */
export function invitationExists(accountId: string, id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM invitations WHERE account_id = ? AND id = ?)", values: [accountId, id] };
}

/** Takes one invitation away. */
export function deleteInvitation(
  db: D1DatabaseSession,
  accountId: string,
  id: string,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM invitations WHERE account_id = ? AND id = ? AND ${guard.sql}`)
    .bind(accountId, id, ...guard.values);
}

/** A statement that voids the link by which the account's first password can be chosen, while `guard` holds. */
export function endInvitation(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM invitations WHERE account_id = ? AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** Whose invitation it is, while it can be accepted; null else. */
export function findInvited(db: D1DatabaseSession, accountId: string, guard: Guard): Promise<{ email: string } | null> {
  return db
    .prepare(`SELECT email FROM accounts WHERE id = ? AND ${guard.sql}`)
    .bind(accountId, ...guard.values)
    .first();
}

/** Takes away invitations that expired by `now`, `limit` at most; answers how many went. */
export async function deleteExpiredInvitations(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM invitations
        WHERE account_id IN (SELECT account_id FROM invitations WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
    )
    .bind(now, limit)
    .run();
  return meta.changes;
}
