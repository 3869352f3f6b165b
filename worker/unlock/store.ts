import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard, Term } from "../guard.ts";
import type { World } from "../world.ts";

/** Keeps that a browser may try the password of an account by a count of its own, while `guard` holds; a row if so. */
export function insertUnlock(
  db: D1DatabaseSession,
  row: { hash: string; account: Term; expiresAt: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO unlocks (hash, account_id, expires_at) SELECT ?, ${row.account.sql}, ? WHERE ${guard.sql}
       RETURNING hash`,
    )
    .bind(row.hash, ...row.account.values, row.expiresAt, ...guard.values);
}

/** Holds while an unlock is of the account of this address, and neither used nor expired. */
export function unlockIsOf(hash: string, emailKeys: readonly string[], now: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM unlocks u JOIN accounts a ON a.id = u.account_id
                   WHERE u.hash = ? AND a.email_key IN (SELECT value FROM json_each(?)) AND u.expires_at > ?)`,
    values: [hash, JSON.stringify(emailKeys), now],
  };
}

/** Ends an unlock that a right password has used. */
export function deleteUnlock(db: D1DatabaseSession, hash: string): D1PreparedStatement {
  return db.prepare("DELETE FROM unlocks WHERE hash = ?").bind(hash);
}

/** A statement that ends the account's unlocks, while `guard` holds. */
export function endUnlocks(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db.prepare(`DELETE FROM unlocks WHERE account_id = ? AND ${guard.sql}`).bind(accountId, ...guard.values);
}

/** Takes away unlocks that expired by `now`, `limit` at most; answers how many went. */
export async function deleteExpiredUnlocks(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM unlocks WHERE hash IN (SELECT hash FROM unlocks WHERE expires_at <= ? LIMIT ?)")
    .bind(now, limit)
    .run();
  return meta.changes;
}
