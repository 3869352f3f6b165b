import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";

/** Gives an account that has none its set of codes, while `guard` holds; answers a row for each. */
export function insertFirstCodes(
  db: D1DatabaseSession,
  accountId: string,
  macs: readonly string[],
  now: number,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO recovery_codes (mac, account_id, created_at)
       SELECT value, ?, ? FROM json_each(?)
        WHERE NOT EXISTS (SELECT 1 FROM recovery_codes WHERE account_id = ?) AND ${guard.sql}
       RETURNING mac`,
    )
    .bind(accountId, now, JSON.stringify(macs), accountId, ...guard.values);
}

// A code that is looked for is named by `macs`, a JSON array of what may be kept of it.

/** Answers a row where the code is one of the account's and unused. */
export function findUnusedCode(db: D1DatabaseSession, accountId: string, macs: string): D1PreparedStatement {
  return db
    .prepare(
      "SELECT mac FROM recovery_codes WHERE account_id = ? AND mac IN (SELECT value FROM json_each(?)) AND used_at IS NULL",
    )
    .bind(accountId, macs);
}

/** Spends a code while `guard` holds: of many at once, one gets the row. */
export function spendCode(
  db: D1DatabaseSession,
  accountId: string,
  macs: string,
  now: number,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE recovery_codes SET used_at = ?
        WHERE account_id = ? AND mac IN (SELECT value FROM json_each(?)) AND used_at IS NULL AND ${guard.sql} RETURNING mac`,
    )
    .bind(now, accountId, macs, ...guard.values);
}

/** Holds while the code is one of the account's and unused. */
export function codeIsUnused(accountId: string, macs: string): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM recovery_codes WHERE account_id = ? AND mac IN (SELECT value FROM json_each(?)) AND used_at IS NULL)",
    values: [accountId, macs],
  };
}

/** How many unused codes there are by each key of MAC_KEY, and of how many accounts. Goes through all of them: for a command. */
export async function countByMacKey(
  db: D1DatabaseSession,
): Promise<{ mac_by: string; codes: number; accounts: number }[]> {
  const { results } = await db
    .prepare(
      `SELECT mac_by, count(*) AS codes, count(DISTINCT account_id) AS accounts
         FROM recovery_codes WHERE used_at IS NULL GROUP BY mac_by`,
    )
    .all<{ mac_by: string; codes: number; accounts: number }>();
  return results;
}

/** A statement that voids all recovery codes of the account, while `guard` holds. */
export function voidRecoveryCodes(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM recovery_codes WHERE account_id = ? AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** A statement that gives a set back that was set aside, while `guard` holds; the one in its place was voided before. */
export function restoreRecoveryCodes(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `INSERT INTO recovery_codes (mac, account_id, created_at, used_at)
       SELECT json_each.key, account_id, content ->> 'created_at', json_each.value
         FROM set_aside, json_each(content, '$.codes')
        WHERE set_aside.id = ? AND account_id = ? AND kind = 'recovery_codes' AND ${guard.sql}`,
    )
    .bind(id, accountId, ...guard.values);
}
