import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import { stillCounts } from "../session/epoch.ts";

/** Ends every code and token of a site, while `guard` holds. */
export function deleteGrantsOf(db: D1DatabaseSession, clientId: string, guard: Guard): D1PreparedStatement {
  return db.prepare(`DELETE FROM oidc_grants WHERE client_id = ? AND ${guard.sql}`).bind(clientId, ...guard.values);
}

/** What stands in the place of a challenge where a request had none (RFC 7636): no verifier has this hash. */
export const noChallenge = "";

export interface NewGrantRow {
  codeHash: string;
  clientId: string;
  redirectUri: string;
  codeChallenge: string;
  scope: string;
  nonce: string | null;
  accountId: string;
  sessionId: string;
  amr: string;
  authenticatedAt: number;
  expiresAt: number;
}

/** Keeps a code, while its session lives; answers a row if so. */
export function insertGrant(db: D1DatabaseSession, row: NewGrantRow): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO oidc_grants (code_hash, client_id, redirect_uri, code_challenge, scope, nonce, account_id, session_id,
                                amr, authenticated_at, expires_at)
       SELECT ?, ?, ?, ?, ?, ?, account_id, id, ?, ?, ? FROM sessions
        WHERE id = ? AND account_id = ? AND ${stillCounts("created_at")} RETURNING code_hash`,
    )
    .bind(
      row.codeHash,
      row.clientId,
      row.redirectUri,
      row.codeChallenge,
      row.scope,
      row.nonce,
      row.amr,
      row.authenticatedAt,
      row.expiresAt,
      row.sessionId,
      row.accountId,
    );
}

/** Holds once a code is kept. */
export function grantExists(codeHash: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM oidc_grants WHERE code_hash = ?)", values: [codeHash] };
}

/** What has to be true of anyone who exchanges a code. */
export interface Exchange {
  codeHash: string;
  clientId: string;
  redirectUri: string;
  codeChallenge: string;
  /** SHA-256 of the access token that it is exchanged for. */
  tokenHash: string;
  tokenExpiresAt: number;
  now: number;
}

export interface GrantRow {
  account_id: string;
  email: string;
  /** 1 while nobody has proved the address. */
  unproved: 0 | 1;
  scope: string;
  nonce: string | null;
  amr: string;
  authenticated_at: number;
}

/** Exchanges a code for an access token, once, for the site and in the form that it was asked for; answers the grant if so. */
export function exchangeGrant(db: D1DatabaseSession, exchange: Exchange): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE oidc_grants SET used_at = ?, token_hash = ?, token_expires_at = ?
        WHERE code_hash = ? AND used_at IS NULL AND expires_at > ?
          AND client_id = ? AND redirect_uri = ? AND code_challenge = ?
          AND EXISTS (SELECT 1 FROM sessions WHERE sessions.id = session_id AND ${stillCounts("sessions.created_at")})
        RETURNING account_id, scope, nonce, amr, authenticated_at,
                  (SELECT email FROM accounts WHERE accounts.id = account_id) AS email,
                  (SELECT unproved FROM accounts WHERE accounts.id = account_id) AS unproved`,
    )
    .bind(
      exchange.now,
      exchange.tokenHash,
      exchange.tokenExpiresAt,
      exchange.codeHash,
      exchange.now,
      exchange.clientId,
      exchange.redirectUri,
      exchange.codeChallenge,
    );
}

/** What there is of a code before it is exchanged, to say why not where it is not. */
export function findGrantOfCode(db: D1DatabaseSession, codeHash: string): D1PreparedStatement {
  return db
    .prepare("SELECT client_id, redirect_uri, code_challenge, expires_at, used_at FROM oidc_grants WHERE code_hash = ?")
    .bind(codeHash);
}

/** Such a code. Times in milliseconds. */
export interface CodeRow {
  client_id: string;
  redirect_uri: string;
  code_challenge: string;
  expires_at: number;
  used_at: number | null;
}

/** Revokes the access token of a code that comes again; `tokenHash` is what this exchange itself would have given. */
export function revokeIfReused(
  db: D1DatabaseSession,
  { codeHash, tokenHash }: Pick<Exchange, "codeHash" | "tokenHash">,
): D1PreparedStatement {
  return db
    .prepare("UPDATE oidc_grants SET token_hash = NULL WHERE code_hash = ? AND token_hash <> ?")
    .bind(codeHash, tokenHash);
}

/** Whom an access token is of, and what it may know. */
export function findGrantOfToken(
  db: D1DatabaseSession,
  tokenHash: string,
  now: number,
): Promise<Pick<GrantRow, "account_id" | "email" | "unproved" | "scope"> | null> {
  return db
    .prepare(
      `SELECT g.account_id, a.email, a.unproved, g.scope FROM oidc_grants g JOIN accounts a ON a.id = g.account_id
         JOIN sessions s ON s.id = g.session_id
        WHERE g.token_hash = ? AND g.token_expires_at > ? AND ${stillCounts("s.created_at")}`,
    )
    .bind(tokenHash, now)
    .first();
}

/** Takes grants away whose codes expired by `before`, `limit` at most; answers how many went. */
export async function deletePastGrants(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM oidc_grants WHERE code_hash IN
         (SELECT code_hash FROM oidc_grants WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}
