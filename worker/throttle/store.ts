import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { TryPolicy } from "./rules.ts";

/** Counts one try of `key` unless it is blocked: then no row comes back. One statement, so exact under concurrency. */
export function countTry(
  db: D1DatabaseSession,
  key: string,
  policy: TryPolicy,
  now: number,
): Promise<{ failures: number } | null> {
  return db
    .prepare(
      `INSERT INTO throttles (key, failures, blocked_until, updated_at) VALUES (?1, 1, 0, ?2)
       ON CONFLICT (key) DO UPDATE
         SET failures = failures + 1,
             blocked_until = CASE WHEN failures + 1 < ?3 THEN 0
                             ELSE ?2 + 1000 * min(?4 << min(failures + 1 - ?3, 20), ?5) END,
             updated_at = ?2
       WHERE blocked_until <= ?2
       RETURNING failures`,
    )
    .bind(key, now, policy.freeTries, policy.firstWaitSeconds, policy.longestWaitSeconds)
    .first();
}

/** Until when a key takes no try, in milliseconds since 1970; null where it was never counted. */
export function readBlockedUntil(db: D1DatabaseSession, key: string): Promise<number | null> {
  return db.prepare("SELECT blocked_until FROM throttles WHERE key = ?").bind(key).first<number>("blocked_until");
}

/** Forgets what was counted under a key. */
export async function deleteThrottle(db: D1DatabaseSession, key: string): Promise<void> {
  await db.prepare("DELETE FROM throttles WHERE key = ?").bind(key).run();
}

/** Forgets what was counted of an account. */
export function deleteThrottlesOf(db: D1DatabaseSession, accountId: string): D1PreparedStatement {
  return db.prepare("DELETE FROM throttles WHERE key IN ('password:' || ?1, 'second-factor:' || ?1)").bind(accountId);
}
