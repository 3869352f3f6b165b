import type { D1DatabaseSession } from "@cloudflare/workers-types";

/** Remembers an assertion until it expires; false where it was used already. */
export async function insertAssertion(db: D1DatabaseSession, hash: string, expiresAt: number): Promise<boolean> {
  const { results } = await db
    .prepare("INSERT INTO oidc_assertions (hash, expires_at) VALUES (?, ?) ON CONFLICT DO NOTHING RETURNING hash")
    .bind(hash, expiresAt)
    .all();
  return results.length === 1;
}

/** Takes assertions away that expired by `now`, `limit` at most; returns how many went. */
export async function deletePastAssertions(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      "DELETE FROM oidc_assertions WHERE hash IN (SELECT hash FROM oidc_assertions WHERE expires_at <= ? LIMIT ?)",
    )
    .bind(now, limit)
    .run();
  return meta.changes;
}
