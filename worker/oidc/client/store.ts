import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";

export interface ClientRow {
  id: string;
  name: string;
  redirect_uris: string;
  sign_out_uris: string;
  secret_hash: string | null;
  /** JSON, as `storedOptions` has it. */
  options: string;
  earlier_secret_hash?: string | null;
  /** Milliseconds since 1970. */
  earlier_secret_until?: number | null;
  created_at: number;
}

/** A site of the table. */
export function findClientRow(db: D1DatabaseSession, id: string): Promise<ClientRow | null> {
  return db
    .prepare(
      `SELECT id, name, redirect_uris, sign_out_uris, secret_hash, earlier_secret_hash, earlier_secret_until, options,
              created_at FROM oidc_clients WHERE id = ?`,
    )
    .bind(id)
    .first<ClientRow>();
}

/** The sites of the table, by id, `limit` at most. */
export function findClientRows(db: D1DatabaseSession, limit: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT id, name, redirect_uris, sign_out_uris, secret_hash, options, created_at FROM oidc_clients ORDER BY id LIMIT ?`,
    )
    .bind(limit);
}

/** Registers a site. */
export function insertClient(db: D1DatabaseSession, row: ClientRow): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO oidc_clients (id, name, redirect_uris, sign_out_uris, secret_hash, options, created_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
    )
    .bind(row.id, row.name, row.redirect_uris, row.sign_out_uris, row.secret_hash, row.options, row.created_at);
}

/** Changes a site of the table; returns a row if there is one. */
export function updateClient(db: D1DatabaseSession, row: ClientRow): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE oidc_clients SET name = ?, redirect_uris = ?, sign_out_uris = ?, options = ? WHERE id = ? RETURNING id",
    )
    .bind(row.name, row.redirect_uris, row.sign_out_uris, row.options, row.id);
}

/** Gives a site a secret, while it has one; the one before goes on until then. Returns a row if so. */
export function replaceSecret(
  db: D1DatabaseSession,
  id: string,
  { hash, until }: { hash: string; until: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE oidc_clients SET earlier_secret_hash = secret_hash, earlier_secret_until = ?, secret_hash = ?
        WHERE id = ? AND secret_hash IS NOT NULL RETURNING id`,
    )
    .bind(until, hash, id);
}

/** Puts the origins of a site's pages in the place of those before, which `origins` lists as JSON. */
export function replaceOrigins(db: D1DatabaseSession, id: string, origins: string): D1PreparedStatement[] {
  return [
    db.prepare("DELETE FROM oidc_client_origins WHERE client_id = ?").bind(id),
    db
      .prepare(
        `INSERT OR IGNORE INTO oidc_client_origins (origin, client_id)
         SELECT value, c.id FROM oidc_clients c, json_each(?) WHERE c.id = ?`,
      )
      .bind(origins, id),
  ];
}

/** Whether a site of the table has pages of an origin. */
export async function findWhetherOrigin(db: D1DatabaseSession, origin: string): Promise<boolean> {
  const found = await db
    .prepare("SELECT 1 AS has FROM oidc_client_origins WHERE origin = ? LIMIT 1")
    .bind(origin)
    .first<1>("has");
  return found === 1;
}

/** Holds while the table has this site. */
export function clientExists(id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM oidc_clients WHERE id = ?)", values: [id] };
}

/** Takes a site away; answers a row if there was one. */
export function deleteClient(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare("DELETE FROM oidc_clients WHERE id = ? RETURNING id").bind(id);
}
