import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import { stillCounts } from "../../session/store.ts";
import type { World } from "../../world.ts";
import type { PersonRow } from "../person.ts";

/** A family that a code begins. Times in milliseconds since 1970. */
export interface NewFamily {
  id: string;
  codeHash: string;
  /** SHA-256 of the access token that the code is exchanged for: only that exchange begins a family. */
  accessHash: string;
  refreshHash: string;
  expiresAt: number;
  now: number;
}

/** Begins a family with a code that was exchanged in the same batch. */
export function insertFamily(db: D1DatabaseSession, row: NewFamily): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO oidc_families (id, code_hash, client_id, account_id, session_id, began_at, is_offline, scope, claims, amr,
                                  authenticated_at, refresh_hash, expires_at, created_at, used_at)
       SELECT ?, g.code_hash, g.client_id, g.account_id, g.session_id, s.created_at,
              instr(' ' || g.scope || ' ', ' offline_access ') > 0, g.scope, g.claims, g.amr,
              g.authenticated_at, ?, ?, ?, ?
         FROM oidc_grants g JOIN sessions s ON s.id = g.session_id WHERE g.code_hash = ? AND g.token_hash = ?`,
    )
    .bind(row.id, row.refreshHash, row.expiresAt, row.now, row.now, row.codeHash, row.accessHash);
}

/** A statement that ends the family of a code that comes again, for the batch of its exchange, before it. */
export function endFamilyIfCodeIsReused(world: World, codeHash: string): D1PreparedStatement {
  return world.db
    .prepare(
      `DELETE FROM oidc_families WHERE code_hash = ?1
          AND NOT EXISTS (SELECT 1 FROM oidc_grants WHERE code_hash = ?1 AND used_at IS NULL)`,
    )
    .bind(codeHash);
}

/** What has to be true of anyone who refreshes. Times in milliseconds since 1970. */
export interface Refresh {
  id: string;
  clientId: string;
  /** SHA-256 of the token that came, and of those that it is exchanged for. */
  refreshHash: string;
  nextHash: string;
  /** JSON, the scopes that are asked for: none may be new. */
  scopes: string;
  accessHash: string;
  accessExpiresAt: number;
  expiresAt: number;
  /** A session that was not used since has idled out. */
  idleSince: number;
  now: number;
}

/** A family that was refreshed. */
export interface FamilyRow extends PersonRow {
  session_id: string | null;
  amr: string;
  authenticated_at: number;
}

/** Exchanges the newest token of a family, once, while what it rests on stands; returns the family if so. */
export function rotateFamily(db: D1DatabaseSession, refresh: Refresh): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE oidc_families
          SET refresh_hash = ?, expires_at = ?, used_at = ?, earlier_hash = access_hash,
              earlier_expires_at = access_expires_at, access_hash = ?, access_expires_at = ?
        WHERE id = ? AND client_id = ? AND refresh_hash = ? AND expires_at > ? AND ${stillCounts("began_at")}
          AND NOT EXISTS (SELECT 1 FROM json_each(?) WHERE instr(' ' || scope || ' ', ' ' || value || ' ') = 0)
          AND (session_id IS NULL OR EXISTS
                 (SELECT 1 FROM sessions WHERE sessions.id = session_id AND sessions.expires_at > ? AND last_used_at > ?))
        RETURNING account_id, session_id, scope, claims, amr, authenticated_at,
                  (SELECT email FROM accounts WHERE accounts.id = account_id) AS email,
                  (SELECT locale FROM accounts WHERE accounts.id = account_id) AS locale,
                  (SELECT display_name FROM accounts WHERE accounts.id = account_id) AS display_name,
                  (SELECT created_at FROM accounts WHERE accounts.id = account_id) AS created_at,
                  (SELECT unproved FROM accounts WHERE accounts.id = account_id) AS unproved`,
    )
    .bind(
      refresh.nextHash,
      refresh.expiresAt,
      refresh.now,
      refresh.accessHash,
      refresh.accessExpiresAt,
      refresh.id,
      refresh.clientId,
      refresh.refreshHash,
      refresh.now,
      refresh.scopes,
      refresh.now,
      refresh.idleSince,
    );
}

/** A family as it is before it is refreshed, to say why not. */
export function findFamily(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare("SELECT client_id, scope, refresh_hash, expires_at FROM oidc_families WHERE id = ?").bind(id);
}

/** Such a family. */
export interface FamilyBefore {
  client_id: string;
  scope: string;
  refresh_hash: string;
  expires_at: number;
}

/** Holds where a token of a family came that is not its newest one, also after `refresh` was tried. */
export function wasReused({ id, clientId, refreshHash, nextHash }: Refresh): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM oidc_families
                   WHERE id = ? AND client_id = ? AND refresh_hash <> ? AND refresh_hash <> ?)`,
    values: [id, clientId, refreshHash, nextHash],
  };
}

/** Holds where a family is of a client. */
export function familyIsOf(id: string, clientId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM oidc_families WHERE id = ? AND client_id = ?)", values: [id, clientId] };
}

/** Voids the first access token of a family, while `guard` holds: it lies with the code. */
export function voidFirstToken(db: D1DatabaseSession, id: string, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE oidc_grants SET token_hash = NULL
        WHERE code_hash = (SELECT code_hash FROM oidc_families WHERE id = ?) AND ${guard.sql}`,
    )
    .bind(id, ...guard.values);
}

/** Ends a family, while `guard` holds. */
export function deleteFamily(db: D1DatabaseSession, id: string, guard: Guard): D1PreparedStatement {
  return db.prepare(`DELETE FROM oidc_families WHERE id = ? AND ${guard.sql}`).bind(id, ...guard.values);
}

/** A statement by which what may stay (`offline_access`) outlives the session that is about to be signed out. */
export function letFamiliesStay(world: World, sessionId: string): D1PreparedStatement {
  return world.db
    .prepare("UPDATE oidc_families SET session_id = NULL WHERE session_id = ? AND is_offline = 1")
    .bind(sessionId);
}

/** Ends the families of an account that outlived their sessions, or all of it, while `guard` holds. */
export function deleteFamiliesOf(
  db: D1DatabaseSession,
  accountId: string,
  which: "outliving" | "all",
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM oidc_families WHERE account_id = ? AND (? = 'all' OR session_id IS NULL) AND ${guard.sql}`)
    .bind(accountId, which, ...guard.values);
}

/** A statement that ends every refresh token that one site was given for an account. */
export function endFamiliesOfApp(world: World, accountId: string, clientId: string): D1PreparedStatement {
  return world.db.prepare("DELETE FROM oidc_families WHERE account_id = ? AND client_id = ?").bind(accountId, clientId);
}

/** A statement that ends every refresh token of a site. */
export function endFamiliesOfClient(world: World, clientId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM oidc_families WHERE client_id = ? AND ${guard.sql}`)
    .bind(clientId, ...guard.values);
}

/** Voids an access token that refreshing gave, for its own client. */
export function voidAccessToken(db: D1DatabaseSession, hash: string, clientId: string): D1PreparedStatement[] {
  return [
    db
      .prepare("UPDATE oidc_families SET access_hash = NULL WHERE access_hash = ? AND client_id = ?")
      .bind(hash, clientId),
    db
      .prepare("UPDATE oidc_families SET earlier_hash = NULL WHERE earlier_hash = ? AND client_id = ?")
      .bind(hash, clientId),
  ];
}

/** A family that lives. Times in milliseconds since 1970. */
export interface LivingFamily {
  client_id: string;
  account_id: string;
  scope: string;
  expires_at: number;
}

/** What lives of a refresh token: its family, if the token is the newest one. */
export function findLiving(
  db: D1DatabaseSession,
  { id, refreshHash, now }: { id: string; refreshHash: string; now: number },
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT client_id, account_id, scope, expires_at FROM oidc_families
        WHERE id = ? AND refresh_hash = ? AND expires_at > ? AND ${stillCounts("began_at")}`,
    )
    .bind(id, refreshHash, now);
}

/** Takes families away that expired by `before`, `limit` at most; returns how many went. */
export async function deletePastFamilies(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM oidc_families WHERE id IN
         (SELECT id FROM oidc_families WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}
