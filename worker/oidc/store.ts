import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import { stillCounts } from "../session/store.ts";
import type { World } from "../world.ts";
import type { PersonRow } from "./person.ts";

/** A statement that voids every code and access token of a site, while `guard` holds. */
export function endGrantsOf(world: World, clientId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM oidc_grants WHERE client_id = ? AND ${guard.sql}`)
    .bind(clientId, ...guard.values);
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
  /** JSON, as `KeptClaims` has it. */
  claims: string;
  accountId: string;
  sessionId: string;
  amr: string;
  authenticatedAt: number;
  expiresAt: number;
}

/** Keeps a code, while its session lives and `guard` holds; returns a row if so. */
export function insertGrant(db: D1DatabaseSession, row: NewGrantRow, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO oidc_grants (code_hash, client_id, redirect_uri, code_challenge, scope, nonce, claims, account_id, session_id,
                                amr, authenticated_at, expires_at)
       SELECT ?, ?, ?, ?, ?, ?, ?, account_id, id, ?, ?, ? FROM sessions
        WHERE id = ? AND account_id = ? AND ${stillCounts("created_at")} AND ${guard.sql} RETURNING code_hash`,
    )
    .bind(
      row.codeHash,
      row.clientId,
      row.redirectUri,
      row.codeChallenge,
      row.scope,
      row.nonce,
      row.claims,
      row.amr,
      row.authenticatedAt,
      row.expiresAt,
      row.sessionId,
      row.accountId,
      ...guard.values,
    );
}

/** Whether `guard` holds. */
export async function findWhether(db: D1DatabaseSession, guard: Guard): Promise<boolean> {
  const found = await db
    .prepare(`SELECT ${guard.sql} AS holds`)
    .bind(...guard.values)
    .first<0 | 1>("holds");
  return found === 1;
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

export interface GrantRow extends PersonRow {
  session_id: string;
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
        RETURNING account_id, session_id, scope, claims, nonce, amr, authenticated_at,
                  (SELECT email FROM accounts WHERE accounts.id = account_id) AS email,
                  (SELECT locale FROM accounts WHERE accounts.id = account_id) AS locale,
                  (SELECT display_name FROM accounts WHERE accounts.id = account_id) AS display_name,
                  (SELECT created_at FROM accounts WHERE accounts.id = account_id) AS created_at,
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

/** Whom an access token is of, and what it may know: one that a code gave, or one that refreshing gave. */
export function findGrantOfToken(db: D1DatabaseSession, tokenHash: string, now: number): Promise<PersonRow | null> {
  return db
    .prepare(
      `SELECT g.account_id, a.email, a.unproved, a.locale, a.display_name, a.created_at, g.scope, g.claims
         FROM oidc_grants g JOIN accounts a ON a.id = g.account_id JOIN sessions s ON s.id = g.session_id
        WHERE g.token_hash = ?1 AND g.token_expires_at > ?2 AND ${stillCounts("s.created_at")}
       UNION ALL
       SELECT f.account_id, a.email, a.unproved, a.locale, a.display_name, a.created_at, f.scope, f.claims
         FROM oidc_families f JOIN accounts a ON a.id = f.account_id
        WHERE ((f.access_hash = ?1 AND f.access_expires_at > ?2) OR (f.earlier_hash = ?1 AND f.earlier_expires_at > ?2))
          AND ${stillCounts("f.began_at")}`,
    )
    .bind(tokenHash, now)
    .first();
}

/** A token that lives. Times in milliseconds since 1970. */
export interface LivingToken {
  client_id: string;
  account_id: string;
  scope: string;
  expires_at: number;
}

/** An access token that lives, whichever way it was given. */
export function findLivingAccess(db: D1DatabaseSession, tokenHash: string, now: number): Promise<LivingToken | null> {
  return db
    .prepare(
      `SELECT g.client_id, g.account_id, g.scope, g.token_expires_at AS expires_at
         FROM oidc_grants g JOIN sessions s ON s.id = g.session_id
        WHERE g.token_hash = ?1 AND g.token_expires_at > ?2 AND ${stillCounts("s.created_at")}
       UNION ALL
       SELECT f.client_id, f.account_id, f.scope,
              CASE f.access_hash WHEN ?1 THEN f.access_expires_at ELSE f.earlier_expires_at END
         FROM oidc_families f
        WHERE ((f.access_hash = ?1 AND f.access_expires_at > ?2) OR (f.earlier_hash = ?1 AND f.earlier_expires_at > ?2))
          AND ${stillCounts("f.began_at")}`,
    )
    .bind(tokenHash, now)
    .first();
}

/** Notes that somebody signed in to a site, for their list, while `guard` holds. */
export function noteApp(
  db: D1DatabaseSession,
  { accountId, clientId, scope, now }: { accountId: string; clientId: string; scope: string; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO oidc_apps (account_id, client_id, scope, first_used_at, last_used_at)
       SELECT ?, ?, ?, ?, ? WHERE ${guard.sql}
       ON CONFLICT (account_id, client_id) DO UPDATE SET scope = excluded.scope, last_used_at = excluded.last_used_at`,
    )
    .bind(accountId, clientId, scope, now, now, ...guard.values);
}

/** A site that somebody has signed in to. Times in milliseconds since 1970. */
export interface AppRow {
  client_id: string;
  scope: string;
  first_used_at: number;
  last_used_at: number;
  /** Its name in the table; null for one of the settings, or one that was removed. */
  name: string | null;
}

/** The sites that somebody has signed in to, the one used last first, `limit` at most. */
export async function findApps(db: D1DatabaseSession, accountId: string, limit: number): Promise<AppRow[]> {
  const { results } = await db
    .prepare(
      `SELECT a.client_id, a.scope, a.first_used_at, c.name,
              max(a.last_used_at, coalesce((SELECT max(f.used_at) FROM oidc_families f
                                             WHERE f.account_id = a.account_id AND f.client_id = a.client_id), 0))
                AS last_used_at
         FROM oidc_apps a LEFT JOIN oidc_clients c ON c.id = a.client_id
        WHERE a.account_id = ? ORDER BY 5 DESC LIMIT ?`,
    )
    .bind(accountId, limit)
    .all<AppRow>();
  return results;
}

/** Takes a site off somebody's list, with every code and access token that it was given for them; returns a row if it was there. */
export function deleteApp(db: D1DatabaseSession, accountId: string, clientId: string): D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM oidc_grants WHERE account_id = ? AND client_id = ?").bind(accountId, clientId),
    db
      .prepare("DELETE FROM oidc_apps WHERE account_id = ? AND client_id = ? RETURNING client_id")
      .bind(accountId, clientId),
  ];
}

/** A statement that voids one access token of a site, by its hash. */
export function voidTokenOfClient(world: World, tokenHash: string, clientId: string): D1PreparedStatement {
  return world.db
    .prepare("UPDATE oidc_grants SET token_hash = NULL WHERE token_hash = ? AND client_id = ?")
    .bind(tokenHash, clientId);
}

/** A statement that voids every code and access token that sites were given for an account, while `guard` holds. */
export function endGrantsOfAccount(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM oidc_grants WHERE account_id = ? AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** Whether an account has what the second level takes: an app or a passkey. */
export async function findWhetherLevelTwo(db: D1DatabaseSession, accountId: string): Promise<boolean> {
  const found = await db
    .prepare(
      `SELECT EXISTS (SELECT 1 FROM app_codes WHERE account_id = ?1 AND confirmed_at IS NOT NULL)
           OR EXISTS (SELECT 1 FROM passkeys WHERE account_id = ?1) AS can`,
    )
    .bind(accountId)
    .first<0 | 1>("can");
  return found === 1;
}

/** Takes grants away whose codes expired by `before` and of which no token lives, `limit` at most; answers how many went. */
export async function deletePastGrants(
  db: D1DatabaseSession,
  { before, now }: { before: number; now: number },
  limit: number,
): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM oidc_grants WHERE code_hash IN
         (SELECT code_hash FROM oidc_grants WHERE expires_at <= ? AND coalesce(token_expires_at, 0) <= ?
           ORDER BY expires_at LIMIT ?)`,
    )
    .bind(before, now, limit)
    .run();
  return meta.changes;
}
