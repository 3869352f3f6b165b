import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { PageEnd } from "../../http/cursor.ts";

export interface DeliveryRow {
  id: string;
  type: string;
  status: "waiting" | "delivered" | "failed";
  at: number;
  attempts: number;
  next_attempt_at: number;
  last_attempt_at: number | null;
  last_status: number | null;
  last_problem: string | null;
}

const columns = "id, type, status, at, attempts, next_attempt_at, last_attempt_at, last_status, last_problem";

/** The newest deliveries to an endpoint, or those that follow `after`; a page by keyset, so that no insert moves it. */
export function findDeliveries(
  db: D1DatabaseSession,
  endpointId: string,
  after: PageEnd | null,
  limit: number,
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT ${columns} FROM webhook_deliveries
        WHERE endpoint_id = ? AND (at, id) < (?, ?) ORDER BY at DESC, id DESC LIMIT ?`,
    )
    .bind(endpointId, after?.at ?? Number.MAX_SAFE_INTEGER, after?.id ?? "", limit);
}

/** Holds while a delivery can be sent again: its endpoint is enabled, and there is still something to tell. */
export function canBeSentAgain(id: string, endpointId: string): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM webhook_deliveries AS deliveries
                    JOIN webhook_endpoints AS endpoints ON endpoints.id = deliveries.endpoint_id
                   WHERE deliveries.id = ? AND endpoints.id = ? AND endpoints.disabled_at IS NULL
                     AND (deliveries.event_seq IS NOT NULL OR deliveries.data IS NOT NULL))`,
    values: [id, endpointId],
  };
}

/** Lets a delivery start over while `guard` holds: at once, unless somebody has it in hand. */
export function restartDelivery(db: D1DatabaseSession, id: string, now: number, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE webhook_deliveries SET status = 'waiting', attempts = 0, next_attempt_at = ?
        WHERE id = ? AND ${guard.sql}`,
    )
    .bind(now, id, ...guard.values);
}

/** A delivery, and whether its endpoint is disabled and nothing is left of what it said. */
export interface RestartedRow extends DeliveryRow {
  is_disabled: 0 | 1;
  is_empty: 0 | 1;
}

/** One delivery to an endpoint. */
export function selectDelivery(db: D1DatabaseSession, id: string, endpointId: string): D1PreparedStatement {
  return db
    .prepare(
      `SELECT ${columns}, event_seq IS NULL AND data IS NULL AS is_empty,
              EXISTS (SELECT 1 FROM webhook_endpoints WHERE id = endpoint_id AND disabled_at IS NOT NULL) AS is_disabled
         FROM webhook_deliveries WHERE id = ? AND endpoint_id = ?`,
    )
    .bind(id, endpointId);
}

/** Takes away deliveries of what happened before `before`, the oldest first and `limit` at most; answers how many went. */
export async function deleteOldDeliveries(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      "DELETE FROM webhook_deliveries WHERE id IN (SELECT id FROM webhook_deliveries WHERE at < ? ORDER BY at LIMIT ?)",
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}
