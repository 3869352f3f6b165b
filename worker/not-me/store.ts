import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";

/** Keeps that an account is disputed, together with what is known of an earlier time, while `guard` holds. */
export function insertDispute(
  db: D1DatabaseSession,
  { accountId, since, now, undoneFrom }: { accountId: string; since: number; now: number; undoneFrom: number },
  twoFactorBefore: Guard,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO disputes (account_id, since, disputed_at, two_factor_before, address_changed)
       SELECT ?, ?, ?, ${twoFactorBefore.sql},
              EXISTS (SELECT 1 FROM email_changes WHERE account_id = ? AND confirmed_at >= ? AND created_at < ?
                         AND undone_at IS NULL)
        WHERE ${guard.sql}
       ON CONFLICT (account_id) DO UPDATE
         SET since = min(since, excluded.since), disputed_at = excluded.disputed_at,
             two_factor_before = max(two_factor_before, excluded.two_factor_before),
             address_changed = excluded.address_changed`,
    )
    .bind(accountId, since, now, ...twoFactorBefore.values, accountId, since, undoneFrom, ...guard.values);
}

/** When the disputed time of an account began; no row where nothing is disputed. */
export function findDispute(db: D1DatabaseSession, accountId: string): D1PreparedStatement {
  return db.prepare("SELECT since FROM disputes WHERE account_id = ?").bind(accountId);
}

/** Ends a dispute, while `guard` holds. */
export function deleteDispute(db: D1DatabaseSession, accountId: string, guard: Guard): D1PreparedStatement {
  return db.prepare(`DELETE FROM disputes WHERE account_id = ? AND ${guard.sql}`).bind(accountId, ...guard.values);
}

/** Takes away disputes from before `before`, `limit` at most; answers how many went. */
export async function deleteOldDisputes(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM disputes WHERE account_id IN (SELECT account_id FROM disputes WHERE disputed_at < ? LIMIT ?)")
    .bind(before, limit)
    .run();
  return meta.changes;
}
