import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";

/** What an attempt needs: the delivery, what it tells of, and where and by what it goes. */
export interface ParcelRow {
  id: string;
  type: string;
  status: "waiting" | "delivered" | "failed";
  at: number;
  attempts: number;
  next_attempt_at: number;
  leased_until: number;
  endpoint_id: string;
  /** A JSON object, where there is no event. */
  data: string | null;
  event_id: string | null;
  account_id: string | null;
  /** The event's; a JSON object. */
  detail: string | null;
  url: string;
  disabled_at: number | null;
  /** A JSON array of `{id, sealed}`, the newest first. */
  secrets: string;
}

/**
 * Takes a delivery that is due, to make an attempt: of many who try at once one gets it, and nobody else before `until`.
 * Answers what the attempt needs, and whether it is ours to make; null where there is no such delivery.
 */
export async function claimDelivery(
  db: D1DatabaseSession,
  id: string,
  { now, until }: { now: number; until: number },
): Promise<{ parcel: ParcelRow; isOurs: boolean } | null> {
  const [claimed, found] = await db.batch<ParcelRow>([
    db
      .prepare(
        `UPDATE webhook_deliveries SET attempts = attempts + 1, last_attempt_at = ?1, leased_until = ?2
          WHERE id = ?3 AND status = 'waiting' AND next_attempt_at <= ?1 AND leased_until <= ?1 RETURNING id`,
      )
      .bind(now, until, id),
    db
      .prepare(
        `SELECT deliveries.*, events.id AS event_id, events.account_id, events.detail, endpoints.url, endpoints.disabled_at,
                (SELECT json_group_array(json_object('id', id, 'sealed', sealed_secret)) FROM
                  (SELECT id, sealed_secret FROM webhook_secrets
                    WHERE endpoint_id = endpoints.id AND (expires_at IS NULL OR expires_at > ?1)
                    ORDER BY expires_at IS NOT NULL, expires_at DESC)) AS secrets
           FROM webhook_deliveries AS deliveries
           JOIN webhook_endpoints AS endpoints ON endpoints.id = deliveries.endpoint_id
           LEFT JOIN events ON events.seq = deliveries.event_seq
          WHERE deliveries.id = ?2`,
      )
      .bind(now, id),
  ]);
  const parcel = found?.results[0];
  return parcel ? { parcel, isOurs: claimed?.results.length === 1 } : null;
}

/** What a settled attempt left: it was this delivery's, and held this lease. */
export interface Settlement {
  id: string;
  endpointId: string;
  leasedUntil: number;
  status: number | null;
  problem: string | null;
}

/** Notes that a delivery has arrived, whoever holds it by now; nothing that was kept for it alone is kept on. */
export async function settleDelivered(db: D1DatabaseSession, { id, endpointId, status }: Settlement): Promise<void> {
  await db.batch([
    db
      .prepare(
        `UPDATE webhook_deliveries SET status = 'delivered', leased_until = 0, last_status = ?, last_problem = NULL, data = NULL
          WHERE id = ?`,
      )
      .bind(status, id),
    db
      .prepare("UPDATE webhook_endpoints SET failing_since = NULL WHERE id = ? AND failing_since IS NOT NULL")
      .bind(endpointId),
  ]);
}

/** Notes that an attempt failed, if nobody else has taken the delivery since: it waits until `next`, or has failed for good. */
export function settleFailed(
  db: D1DatabaseSession,
  { id, leasedUntil, status, problem }: Settlement,
  next: number | null,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE webhook_deliveries
          SET status = iif(?1 IS NULL, 'failed', 'waiting'), next_attempt_at = coalesce(?1, next_attempt_at),
              leased_until = 0, last_status = ?2, last_problem = ?3
        WHERE id = ?4 AND status = 'waiting' AND leased_until = ?5`,
    )
    .bind(next, status, problem, id, leasedUntil);
}

/**
 * Notes that an endpoint fails, and disables it where it said that it wants no more or has failed since before
 * `failingBefore`; answers a row when it was disabled by this. An endpoint that has moved since is let be.
 */
export function settleFailing(
  db: D1DatabaseSession,
  endpoint: { id: string; url: string },
  { now, failingBefore, isGone }: { now: number; failingBefore: number; isGone: boolean },
): [D1PreparedStatement, D1PreparedStatement] {
  return [
    db
      .prepare(`UPDATE webhook_endpoints SET failing_since = ?1 WHERE id = ?2 AND url = ?3 AND failing_since IS NULL`)
      .bind(now, endpoint.id, endpoint.url),
    db
      .prepare(
        `UPDATE webhook_endpoints SET disabled_at = ?1, disabled_for = iif(?2, 'gone', 'failing')
          WHERE id = ?3 AND url = ?4 AND disabled_at IS NULL AND (?2 OR failing_since <= ?5) RETURNING disabled_for`,
      )
      .bind(now, Number(isGone), endpoint.id, endpoint.url, failingBefore),
  ];
}

/** The ids of deliveries that are due and that nobody has in hand, those that wait longest first. */
export async function findDue(db: D1DatabaseSession, now: number, limit: number): Promise<string[]> {
  const { results } = await db
    .prepare(
      `SELECT id FROM webhook_deliveries
        WHERE status = 'waiting' AND next_attempt_at <= ?1 AND leased_until <= ?1 ORDER BY next_attempt_at LIMIT ?2`,
    )
    .bind(now, limit)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
