import type { D1DatabaseSession } from "@cloudflare/workers-types";

export interface KeyRow {
  id: string;
  email: string;
  email_key: string;
  created_at: number;
}

/** The next accounts with their keys, in the order in which they were made, `limit` at most; by keyset. */
export async function findKeysAfter(
  db: D1DatabaseSession,
  after: { createdAt: number; id: string },
  limit: number,
): Promise<KeyRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, email, email_key, created_at FROM accounts
        WHERE (created_at, id) > (?, ?) ORDER BY created_at, id LIMIT ?`,
    )
    .bind(after.createdAt, after.id, limit)
    .all<KeyRow>();
  return results;
}

/** Gives an account another key, unless it has changed meanwhile or the key is another's; whether it did. */
export async function setKey(db: D1DatabaseSession, id: string, key: { old: string; next: string }): Promise<boolean> {
  const row = await db
    .prepare("UPDATE OR IGNORE accounts SET email_key = ? WHERE id = ? AND email_key = ? RETURNING id")
    .bind(key.next, id, key.old)
    .first();
  return row !== null;
}

/** The account of a key; null where there is none. */
export function findByKey(db: D1DatabaseSession, emailKey: string): Promise<KeyRow | null> {
  return db
    .prepare("SELECT id, email, email_key, created_at FROM accounts WHERE email_key = ?")
    .bind(emailKey)
    .first<KeyRow>();
}
