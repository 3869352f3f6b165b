import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { TellableType } from "../../shared/contract/webhook.ts";
import type { Guard, Term } from "../guard.ts";

export interface EndpointRow {
  id: string;
  url: string;
  description: string;
  created_at: number;
  failing_since: number | null;
  disabled_at: number | null;
  disabled_for: "operator" | "failing" | "gone" | null;
  /** A JSON array of the events that it is told of. */
  types: string;
}

export interface NewSecretRow {
  id: string;
  endpointId: string;
  sealed: string;
  now: number;
}

/** Marks an event, in the statement that writes it, as one that somebody waits to hear of: 1, or NULL where nobody does. */
export function somebodyListensTo(type: TellableType): Term {
  return { sql: "(SELECT 1 FROM webhook_subscriptions WHERE event_type = ? LIMIT 1)", values: [type] };
}

/** Holds while there is such an endpoint. */
export function endpointExists(id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM webhook_endpoints WHERE id = ?)", values: [id] };
}

/** Keeps an endpoint with its subscriptions and its secret, unless there are `limit` already; the first answers a row if so. */
export function insertEndpoint(
  db: D1DatabaseSession,
  row: { id: string; url: string; description: string; types: readonly TellableType[] },
  secret: NewSecretRow,
  limit: number,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO webhook_endpoints (id, url, description, created_at)
         SELECT ?, ?, ?, ? WHERE (SELECT count(*) FROM webhook_endpoints) < ? RETURNING id`,
      )
      .bind(row.id, row.url, row.description, secret.now, limit),
    insertSubscriptions(db, row.id, row.types),
    insertSecret(db, secret),
  ];
}

const endpointSql = `
  SELECT id, url, description, created_at, failing_since, disabled_at, disabled_for,
         (SELECT json_group_array(event_type) FROM webhook_subscriptions
           WHERE endpoint_id = webhook_endpoints.id) AS types
    FROM webhook_endpoints`;

/** The endpoint of an id; no row where there is none. */
export function selectEndpoint(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare(`${endpointSql} WHERE id = ?`).bind(id);
}

/** All endpoints, the oldest first. */
export function findEndpoints(db: D1DatabaseSession): D1PreparedStatement {
  return db.prepare(`${endpointSql} ORDER BY created_at, id`);
}

/** What of an endpoint is to be another; undefined where it stays. */
export interface EndpointChange {
  url?: string;
  description?: string;
  types?: readonly TellableType[];
  enabled?: boolean;
}

/** Changes an endpoint. What is enabled or moved starts with a clean slate. */
export function updateEndpoint(
  db: D1DatabaseSession,
  id: string,
  { url, description, types, enabled }: EndpointChange,
  now: number,
): D1PreparedStatement[] {
  const update = db
    .prepare(
      `UPDATE webhook_endpoints
          SET url = coalesce(?2, url), description = coalesce(?3, description),
              failing_since = CASE WHEN ?2 IS NULL AND ?4 IS NOT 1 THEN failing_since END,
              disabled_at = CASE ?4 WHEN 1 THEN NULL WHEN 0 THEN coalesce(disabled_at, ?5) ELSE disabled_at END,
              disabled_for = CASE ?4 WHEN 1 THEN NULL WHEN 0 THEN coalesce(disabled_for, 'operator') ELSE disabled_for END
        WHERE id = ?1`,
    )
    .bind(id, url ?? null, description ?? null, enabled === undefined ? null : Number(enabled), now);
  if (!types) return [update];
  const forget = db.prepare("DELETE FROM webhook_subscriptions WHERE endpoint_id = ?").bind(id);
  return [update, forget, insertSubscriptions(db, id, types)];
}

/** Takes an endpoint away with its secrets and its deliveries; answers a row if there was one. */
export function deleteEndpoint(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare("DELETE FROM webhook_endpoints WHERE id = ? RETURNING id").bind(id);
}

/**
 * Puts a secret in the place of the endpoint's, which signs along until `oldUntil`; of those that were replaced before,
 * the `kept` that have longest to live stay. The last answers a row where there is such an endpoint.
 */
export function replaceSecret(
  db: D1DatabaseSession,
  secret: NewSecretRow,
  { oldUntil, kept }: { oldUntil: number; kept: number },
): D1PreparedStatement[] {
  return [
    db
      .prepare("UPDATE webhook_secrets SET expires_at = ? WHERE endpoint_id = ? AND expires_at IS NULL")
      .bind(oldUntil, secret.endpointId),
    db
      .prepare(
        `DELETE FROM webhook_secrets
          WHERE endpoint_id = ?1 AND id NOT IN (SELECT id FROM webhook_secrets WHERE endpoint_id = ?1
                                                 ORDER BY expires_at DESC, created_at DESC LIMIT ?2)`,
      )
      .bind(secret.endpointId, kept),
    insertSecret(db, secret),
  ];
}

/** Takes away replaced secrets that sign no more by `now`, `limit` at most; answers how many went. */
export async function deleteExpiredSecrets(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM webhook_secrets WHERE id IN (SELECT id FROM webhook_secrets WHERE expires_at <= ? LIMIT ?)")
    .bind(now, limit)
    .run();
  return meta.changes;
}

/** How many secrets each key has sealed. Walks the whole index: for the operator's command, never for a request. */
export async function countBySealingKey(db: D1DatabaseSession): Promise<{ sealed_by: string; count: number }[]> {
  const { results } = await db
    .prepare("SELECT sealed_by, count(*) AS count FROM webhook_secrets GROUP BY sealed_by")
    .all<{ sealed_by: string; count: number }>();
  return results;
}

/** The next secrets that a key has sealed, in the order of their ids. */
export async function findSealedBy(
  db: D1DatabaseSession,
  keyId: string,
  after: string,
  limit: number,
): Promise<{ id: string; endpoint_id: string; sealed_secret: string }[]> {
  const { results } = await db
    .prepare(
      "SELECT id, endpoint_id, sealed_secret FROM webhook_secrets WHERE sealed_by = ? AND id > ? ORDER BY id LIMIT ?",
    )
    .bind(keyId, after, limit)
    .all<{ id: string; endpoint_id: string; sealed_secret: string }>();
  return results;
}

/** Puts the same secret under a newer key, and answers a row, unless it was resealed meanwhile. */
export function resealSecret(
  db: D1DatabaseSession,
  id: string,
  sealed: { old: string; next: string },
): D1PreparedStatement {
  return db
    .prepare("UPDATE webhook_secrets SET sealed_secret = ? WHERE id = ? AND sealed_secret = ? RETURNING id")
    .bind(sealed.next, id, sealed.old);
}

/** Only where the endpoint is there: by then it may not have been made, or be gone. */
function insertSubscriptions(db: D1DatabaseSession, id: string, types: readonly TellableType[]): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO webhook_subscriptions (event_type, endpoint_id)
       SELECT value, endpoints.id FROM json_each(?) JOIN webhook_endpoints AS endpoints ON endpoints.id = ?`,
    )
    .bind(JSON.stringify(types), id);
}

function insertSecret(db: D1DatabaseSession, { id, endpointId, sealed, now }: NewSecretRow): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO webhook_secrets (id, endpoint_id, sealed_secret, created_at)
       SELECT ?, id, ?, ? FROM webhook_endpoints WHERE id = ? RETURNING id`,
    )
    .bind(id, sealed, now, endpointId);
}
