import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import { both } from "../../guard.ts";
import { hasProvedSecondFactorSince } from "../../session/store.ts";
import type { World } from "../../world.ts";

export interface DueResetRow {
  id: string;
  account_id: string;
  operator: string;
  email: string;
  locale: string;
}

/** Keeps a reset that waits, unless one does already or `guard` does not hold; answers a row if so. */
export function insertReset(
  db: D1DatabaseSession,
  row: { accountId: string; id: string; operator: string; now: number; readyAt: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO two_factor_resets (account_id, id, operator, created_at, ready_at)
       SELECT ?, ?, ?, ?, ? WHERE ${guard.sql} ON CONFLICT (account_id) DO NOTHING RETURNING id`,
    )
    .bind(row.accountId, row.id, row.operator, row.now, row.readyAt, ...guard.values);
}

/** Holds while this very reset waits. */
export function resetIs(accountId: string, id: string): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM two_factor_resets WHERE account_id = ? AND id = ?)",
    values: [accountId, id],
  };
}

/** Holds while something waits to turn the account's two-factor off. */
export function twoFactorResetWaits(accountId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM two_factor_resets WHERE account_id = ?)", values: [accountId] };
}

/** Holds while this very reset waits and its time has come. */
export function resetIsReady(accountId: string, id: string, now: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM two_factor_resets WHERE account_id = ? AND id = ? AND ready_at <= ?)",
    values: [accountId, id, now],
  };
}

/** Since when a reset waits: an expression in SQL for a guard of `deleteReset`. */
const waitsSince = "two_factor_resets.created_at";

/** Takes the account's reset away, while `guard` holds; answers a row if there was one. */
export function deleteReset(db: D1DatabaseSession, accountId: string, guard: Guard): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM two_factor_resets WHERE account_id = ? AND ${guard.sql} RETURNING id`)
    .bind(accountId, ...guard.values);
}

/** Resets whose time has come, with whom to tell, the oldest first and `limit` at most. */
export async function findDueResets(db: D1DatabaseSession, now: number, limit: number): Promise<DueResetRow[]> {
  const { results } = await db
    .prepare(
      `SELECT r.id, r.account_id, r.operator, a.email, a.locale
         FROM two_factor_resets r JOIN accounts a ON a.id = r.account_id
        WHERE r.ready_at <= ? ORDER BY r.ready_at LIMIT ?`,
    )
    .bind(now, limit)
    .all<DueResetRow>();
  return results;
}

/** A statement that lets a reset wait again that was set aside, while `guard` holds. */
export function restoreTwoFactorReset(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `INSERT INTO two_factor_resets (account_id, id, operator, created_at, ready_at)
       SELECT account_id, id, content ->> 'operator', content ->> 'created_at', content ->> 'ready_at'
         FROM set_aside WHERE id = ? AND account_id = ? AND kind = 'two_factor_reset' AND ${guard.sql}
       ON CONFLICT (account_id) DO NOTHING`,
    )
    .bind(id, accountId, ...guard.values);
}

/** A statement that takes away what waits to turn two-factor off, while `guard` holds; it answers a row if so. */
export function voidTwoFactorReset(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteReset(world.db, accountId, guard);
}

/**
 * The same, only where this session has proved a second factor since that began to wait (promise S11). It may be the
 * last statement of a batch that takes the methods away.
 */
export function voidTwoFactorResetByProof(
  world: World,
  accountId: string,
  sessionId: string,
  guard: Guard,
): D1PreparedStatement {
  return deleteReset(world.db, accountId, both(guard, hasProvedSecondFactorSince(sessionId, waitsSince)));
}
