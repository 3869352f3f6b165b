import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";

/** A secret in what is set aside, with whose it is. */
export interface SealedRow {
  id: string;
  account_id: string;
  sealed_secret: string;
}

/** How many secrets each key has sealed. Walks the whole index: for the operator's command, never for a request. */
export async function countBySealingKey(db: D1DatabaseSession): Promise<{ sealed_by: string; count: number }[]> {
  const { results } = await db
    .prepare("SELECT sealed_by, count(*) AS count FROM set_aside WHERE sealed_by IS NOT NULL GROUP BY sealed_by")
    .all<{ sealed_by: string; count: number }>();
  return results;
}

/** The next secrets that a key has sealed, in the order of their items' ids. */
export async function findSealedBy(
  db: D1DatabaseSession,
  keyId: string,
  after: string,
  limit: number,
): Promise<SealedRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, account_id, content ->> 'sealed_secret' AS sealed_secret
         FROM set_aside WHERE sealed_by = ? AND id > ? ORDER BY id LIMIT ?`,
    )
    .bind(keyId, after, limit)
    .all<SealedRow>();
  return results;
}

/** Puts the same secret under a newer key, and answers a row, unless it was given back or resealed meanwhile. */
export function resealSecret(
  db: D1DatabaseSession,
  id: string,
  sealed: { old: string; next: string },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE set_aside SET content = json_set(content, '$.sealed_secret', ?)
        WHERE id = ? AND content ->> 'sealed_secret' = ? RETURNING id`,
    )
    .bind(sealed.next, id, sealed.old);
}
