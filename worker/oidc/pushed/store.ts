import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";

/** A request that was pushed. Times in milliseconds since 1970. */
export interface PushedRow {
  hash: string;
  client_id: string;
  parameters: string;
  expires_at: number;
}

/** Keeps a request. */
export async function insertPushed(db: D1DatabaseSession, row: PushedRow): Promise<void> {
  await db
    .prepare("INSERT INTO oidc_pushed_requests (hash, client_id, parameters, expires_at) VALUES (?, ?, ?, ?)")
    .bind(row.hash, row.client_id, row.parameters, row.expires_at)
    .run();
}

/** A request that no code was given for yet. */
export function findPushed(db: D1DatabaseSession, hash: string, clientId: string): Promise<PushedRow | null> {
  return db
    .prepare(
      "SELECT hash, client_id, parameters, expires_at FROM oidc_pushed_requests WHERE hash = ? AND client_id = ?",
    )
    .bind(hash, clientId)
    .first();
}

/** Holds while no code was given for a request. */
export function isPushed(hash: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM oidc_pushed_requests WHERE hash = ?)", values: [hash] };
}

/** Uses a request up, while `guard` holds. */
export function deletePushed(db: D1DatabaseSession, hash: string, guard: Guard): D1PreparedStatement {
  return db.prepare(`DELETE FROM oidc_pushed_requests WHERE hash = ? AND ${guard.sql}`).bind(hash, ...guard.values);
}

/** Takes requests away that expired by `before`, `limit` at most; returns how many went. */
export async function deletePastPushed(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM oidc_pushed_requests WHERE hash IN
         (SELECT hash FROM oidc_pushed_requests WHERE expires_at <= ? LIMIT ?)`,
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}
