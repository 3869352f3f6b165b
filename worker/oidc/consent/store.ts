import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";

/** What somebody lets a site know. */
export interface ConsentRow {
  scope: string;
  /** Milliseconds since 1970. */
  allowed_at: number;
}

/** What somebody lets a site know; null where they have not been asked. */
export function findConsent(db: D1DatabaseSession, accountId: string, clientId: string): Promise<ConsentRow | null> {
  return db
    .prepare("SELECT scope, allowed_at FROM oidc_consents WHERE account_id = ? AND client_id = ?")
    .bind(accountId, clientId)
    .first();
}

/** Remembers what somebody lets a site know, in the place of what they did before. */
export function putConsent(
  db: D1DatabaseSession,
  { accountId, clientId, scope, now }: { accountId: string; clientId: string; scope: string; now: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO oidc_consents (account_id, client_id, scope, allowed_at) VALUES (?, ?, ?, ?)
       ON CONFLICT (account_id, client_id) DO UPDATE SET scope = excluded.scope, allowed_at = excluded.allowed_at`,
    )
    .bind(accountId, clientId, scope, now);
}

/** Forgets it. */
export function deleteConsent(db: D1DatabaseSession, accountId: string, clientId: string): D1PreparedStatement {
  return db.prepare("DELETE FROM oidc_consents WHERE account_id = ? AND client_id = ?").bind(accountId, clientId);
}
