import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard, Term } from "../guard.ts";
import { second } from "../time.ts";
import type { World } from "../world.ts";
import type { TryPolicy } from "./rules.ts";

/** A key's count after a try. */
export interface CountRow {
  failures: number;
  blocked_until: number;
}

/**
 * Counts one try of `key` unless it is blocked or `guard` does not hold: then no row comes back.
 * One statement, so exact under concurrency. `takenBy` names the try for `tryIsTaken`.
 */
export function countTry(
  db: D1DatabaseSession,
  key: Term,
  policy: TryPolicy,
  attempt: { now: number; takenBy: string; guard: Guard },
): D1PreparedStatement {
  const { freeTries, firstWaitSeconds, longestWaitSeconds, forgetOneAfterSeconds, lasting } = policy;
  const unit = (forgetOneAfterSeconds ?? 0) * 1000;
  const forgettable = lasting ? `max(failures - ${lasting.tries}, 0)` : "failures";
  const forgotten = unit > 0 ? `min(${forgettable}, (excluded.updated_at - updated_at) / ${unit})` : "0";
  const failures = `(failures - ${forgotten} + 1)`;
  const goneAfter = lasting ? lasting.keptSeconds * second : `${failures} * ${unit}`;
  const firstGoneAt = unit > 0 ? attempt.now + (lasting ? lasting.keptSeconds * second : unit) : null;
  return db
    .prepare(
      `INSERT INTO throttles (key, failures, blocked_until, updated_at, taken_by, forgotten_at)
       SELECT ${key.sql}, 1, 0, ?, ?, ? WHERE ${attempt.guard.sql}
       ON CONFLICT (key) DO UPDATE
         SET failures = ${failures},
             blocked_until = CASE WHEN ${failures} < ${freeTries} THEN 0
                             ELSE excluded.updated_at
                                  + 1000 * min(${firstWaitSeconds} << min(${failures} - ${freeTries}, 20), ${longestWaitSeconds}) END,
             updated_at = CASE WHEN ${forgotten} = ${forgettable} OR ${unit} = 0 THEN excluded.updated_at
                          ELSE updated_at + ${forgotten} * ${unit} END,
             taken_by = excluded.taken_by,
             forgotten_at = CASE WHEN ${unit} > 0 THEN excluded.updated_at + ${goneAfter} END
       WHERE blocked_until <= excluded.updated_at
       RETURNING failures, blocked_until`,
    )
    .bind(...key.values, attempt.now, attempt.takenBy, firstGoneAt, ...attempt.guard.values);
}

/** Until when the longest blocked of some keys takes no try, in milliseconds since 1970; null where none was counted. */
export function readBlockedUntil(db: D1DatabaseSession, keys: readonly Term[]): D1PreparedStatement {
  const list = keys.map(({ sql }) => sql).join(", ");
  return db
    .prepare(`SELECT max(blocked_until) AS blocked_until FROM throttles WHERE key IN (${list})`)
    .bind(...keys.flatMap(({ values }) => values));
}

/** Holds while none of the keys is blocked. */
export function noneIsBlocked(keys: readonly Term[], now: number): Guard {
  const list = keys.map(({ sql }) => sql).join(", ");
  return {
    sql: `NOT EXISTS (SELECT 1 FROM throttles WHERE key IN (${list}) AND blocked_until > ?)`,
    values: [...keys.flatMap(({ values }) => values), now],
  };
}

/** Holds when the last counted try of `key` is the one that `takenBy` names. */
export function tryIsTaken(key: Term, takenBy: string): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM throttles WHERE key = ${key.sql} AND taken_by = ?)`,
    values: [...key.values, takenBy],
  };
}

/** Forgets what was counted under some keys, while `guard` holds. */
export function deleteCounts(db: D1DatabaseSession, keys: readonly string[], guard: Guard): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM throttles WHERE key IN (SELECT value FROM json_each(?)) AND ${guard.sql}`)
    .bind(JSON.stringify(keys), ...guard.values);
}

/** A statement that takes one try back which was right, and leaves the wrong ones before it counted. */
export function takeTryBack(world: World, key: string, row: CountRow): D1PreparedStatement {
  return world.db
    .prepare(
      `UPDATE throttles
          SET failures = max(failures - 1, 0), blocked_until = CASE WHEN blocked_until = ?2 THEN 0 ELSE blocked_until END
        WHERE key = ?1`,
    )
    .bind(key, row.blocked_until);
}

/** Takes counts away of which all is forgotten, so many at most; answers how many went. */
export async function deleteForgotten(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM throttles WHERE key IN
         (SELECT key FROM throttles WHERE forgotten_at IS NOT NULL AND forgotten_at <= ? ORDER BY forgotten_at LIMIT ?)`,
    )
    .bind(now, limit)
    .run();
  return meta.changes;
}

/** The place in the list of the first condition that holds, as `at`; null where none does. */
export function whichHolds(db: D1DatabaseSession, guards: readonly Guard[]): D1PreparedStatement {
  const cases = guards.map(({ sql }, at) => `WHEN ${sql} THEN ${at}`).join(" ");
  return db.prepare(`SELECT CASE ${cases} WHEN 1 THEN NULL END AS at`).bind(...guards.flatMap(({ values }) => values));
}

/** Notes a network of an account, while `guard` holds. */
export function keepNetwork(
  db: D1DatabaseSession,
  { accountId, network, now }: { accountId: string; network: string; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO own_networks (account_id, network, last_used_at) SELECT ?, ?, ? WHERE ${guard.sql}
       ON CONFLICT (account_id, network) DO UPDATE SET last_used_at = excluded.last_used_at`,
    )
    .bind(accountId, network, now, ...guard.values);
}

/** Forgets the networks of an account but the newest. */
export function keepNewestNetworks(db: D1DatabaseSession, accountId: string, newest: number): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM own_networks WHERE account_id = ?1 AND network NOT IN
         (SELECT network FROM own_networks WHERE account_id = ?1 ORDER BY last_used_at DESC LIMIT ?2)`,
    )
    .bind(accountId, newest);
}

/** Holds where the account of an address was signed in to from a network after `since`. */
export function isOwnNetwork(emailKeys: readonly string[], network: string, since: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM accounts a JOIN own_networks n ON n.account_id = a.id
                   WHERE a.email_key IN (SELECT value FROM json_each(?)) AND n.network = ? AND n.last_used_at > ?)`,
    values: [JSON.stringify(emailKeys), network, since],
  };
}

/** A statement that forgets the account's own networks, while `guard` holds: one of them may be a thief's. */
export function forgetOwnNetworks(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM own_networks WHERE account_id = ? AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** Takes away networks last used before `before`, `limit` at most; answers how many went. */
export async function deleteOldNetworks(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM own_networks WHERE (account_id, network) IN
         (SELECT account_id, network FROM own_networks WHERE last_used_at <= ? ORDER BY last_used_at LIMIT ?)`,
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}
