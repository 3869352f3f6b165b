import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";

/** Under which names a request is known, and which one this is. */
export interface Claim {
  id: string;
  claimedBy: string;
  /** What the request is, as a hash. */
  request: string;
}

/** From when on, in milliseconds since 1970, a request without an answer is still under way. */
type UnderWaySince = number;

/** Takes the key for a request that writes. One that nobody waits for any more is taken over. */
export function insertClaim(
  db: D1DatabaseSession,
  { id, claimedBy, request }: Claim,
  { now, underWaySince, expiresAt }: { now: number; underWaySince: UnderWaySince; expiresAt: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO idempotency_keys (id, claimed_by, request, begun_at, expires_at) VALUES (?, ?, ?, ?, ?)
       ON CONFLICT (id) DO UPDATE SET claimed_by = excluded.claimed_by, request = excluded.request, renewed_id = NULL,
                                      answer = NULL, misuses = 0, begun_at = excluded.begun_at,
                                      expires_at = excluded.expires_at
        WHERE claimed_by <> excluded.claimed_by
          AND (expires_at <= excluded.begun_at OR (answer IS NULL AND begun_at <= ?))`,
    )
    .bind(id, claimedBy, request, now, expiresAt, underWaySince);
}

/** Holds while no other request has the key, by either of its names. */
export function isFree({ id, claimedBy }: Claim, now: number, underWaySince: UnderWaySince): Guard {
  const other = "claimed_by <> ? AND expires_at > ? AND (answer IS NOT NULL OR begun_at > ?)";
  return {
    sql: `(NOT EXISTS (SELECT 1 FROM idempotency_keys WHERE id = ? AND ${other})
       AND NOT EXISTS (SELECT 1 FROM idempotency_keys WHERE renewed_id = ? AND ${other}))`,
    values: [id, claimedBy, now, underWaySince, id, claimedBy, now, underWaySince],
  };
}

/** Holds while the request has the key for itself. */
export function isClaimed({ id, claimedBy }: Claim): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM idempotency_keys WHERE id = ? AND claimed_by = ?)",
    values: [id, claimedBy],
  };
}

/** Keeps the answer of a request that has the key. */
export function keepAnswer(
  db: D1DatabaseSession,
  { id, claimedBy }: Claim,
  kept: { answer: string; renewedId: string | null },
): D1PreparedStatement {
  return db
    .prepare("UPDATE idempotency_keys SET answer = ?, renewed_id = ? WHERE id = ? AND claimed_by = ?")
    .bind(kept.answer, kept.renewedId, id, claimedBy);
}

/** Gives the key back, so that the request can be sent again. */
export function deleteClaim(db: D1DatabaseSession, { id, claimedBy }: Claim): D1PreparedStatement {
  return db.prepare("DELETE FROM idempotency_keys WHERE id = ? AND claimed_by = ?").bind(id, claimedBy);
}

export interface KeptRow {
  id: string;
  request: string;
  answer: string | null;
  misuses: number;
}

/** What is known of a key, by either of its names; null where nothing is. */
export function findKept(db: D1DatabaseSession, id: string, now: number): Promise<KeptRow | null> {
  return db
    .prepare(
      `SELECT id, request, answer, misuses FROM idempotency_keys WHERE id = ? AND expires_at > ?
       UNION ALL
       SELECT id, request, answer, misuses FROM idempotency_keys WHERE renewed_id = ? AND expires_at > ? LIMIT 1`,
    )
    .bind(id, now, id, now)
    .first<KeptRow>();
}

/** Notes that the key came with another request. */
export function countMisuse(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare("UPDATE idempotency_keys SET misuses = misuses + 1 WHERE id = ?").bind(id);
}

/** Takes away keys that have expired, `limit` at most; returns how many went. */
export async function deleteExpiredKeys(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM idempotency_keys WHERE id IN (SELECT id FROM idempotency_keys WHERE expires_at <= ? LIMIT ?)")
    .bind(now, limit)
    .run();
  return meta.changes;
}
