import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard, Term } from "../../guard.ts";
import type { World } from "../../world.ts";
import type { ChallengeUse } from "./rules.ts";

/** Keeps a challenge, while `guard` holds; answers a row if so. `accountId` is a term that may be null. */
export function insertChallenge(
  db: D1DatabaseSession,
  row: ChallengeUse & { id: string; hash: string; accountId: Term; expiresAt: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO passkey_challenges (id, hash, purpose, subject, account_id, expires_at)
       SELECT ?, ?, ?, ?, ${row.accountId.sql}, ? WHERE ${guard.sql} RETURNING id`,
    )
    .bind(row.id, row.hash, row.purpose, row.subject, ...row.accountId.values, row.expiresAt, ...guard.values);
}

/** Takes away the challenges of one use, which a newer one voids. */
export function deleteChallenges(db: D1DatabaseSession, { purpose, subject }: ChallengeUse): D1PreparedStatement {
  return db.prepare("DELETE FROM passkey_challenges WHERE purpose = ? AND subject = ?").bind(purpose, subject);
}

/** A statement that takes away what the account's passkeys were asked and have not answered, while `guard` holds. */
export function endChallenges(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM passkey_challenges WHERE account_id = ? AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** Spends a challenge of this one use, while `guard` holds: of many at once, one gets the row. */
export function useChallenge(
  db: D1DatabaseSession,
  { id, purpose, subject, now }: ChallengeUse & { id: string; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE passkey_challenges SET used_at = ?
        WHERE id = ? AND purpose = ? AND subject = ? AND used_at IS NULL AND expires_at > ? AND ${guard.sql}
        RETURNING hash`,
    )
    .bind(now, id, purpose, subject, now, ...guard.values);
}

/** Takes away challenges that expired by `now`, `limit` at most; answers how many went. */
export async function deleteExpiredChallenges(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM passkey_challenges
        WHERE id IN (SELECT id FROM passkey_challenges WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)`,
    )
    .bind(now, limit)
    .run();
  return meta.changes;
}
