import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import { stillCounts } from "../session/store.ts";
import type { World } from "../world.ts";

export interface BrowserRow {
  id: string;
  token_hash: string;
  name: string | null;
  user_agent: string;
  place: string | null;
  created_at: number;
  last_used_at: number;
  expires_at: number;
}

/** When a remembered browser counts: at `now`, and remembered after `since`. Milliseconds since 1970. */
export interface BrowserTimes {
  now: number;
  since: number;
}

/** Holds while the token's hash is of a browser that the account of this address remembers. */
export function isRemembered(tokenHash: string, emailKeys: readonly string[], { now, since }: BrowserTimes): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM devices JOIN accounts ON accounts.id = devices.account_id
                   WHERE devices.token_hash = ? AND accounts.email_key IN (SELECT value FROM json_each(?))
                     AND devices.expires_at > ? AND devices.created_at > ? AND ${stillCounts("devices.created_at")})`,
    values: [tokenHash, JSON.stringify(emailKeys), now, since],
  };
}

/** Answers in one row, as 1 or 0, whether a guard holds. */
export function selectGuard(db: D1DatabaseSession, guard: Guard): D1PreparedStatement {
  return db.prepare(`SELECT ${guard.sql} AS holds`).bind(...guard.values);
}

/** Remembers a browser, while `guard` holds; answers a row if so. */
export function insertBrowser(
  db: D1DatabaseSession,
  row: {
    id: string;
    accountId: string;
    tokenHash: string;
    userAgent: string;
    place: string | null;
    createdAt: number;
    expiresAt: number;
  },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO devices (id, account_id, token_hash, user_agent, place, created_at, last_used_at, expires_at)
       SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE ${guard.sql} RETURNING id`,
    )
    .bind(
      row.id,
      row.accountId,
      row.tokenHash,
      row.userAgent,
      row.place,
      row.createdAt,
      row.createdAt,
      row.expiresAt,
      ...guard.values,
    );
}

/** Forgets the browsers that were unused longest, so that with the new one, where it is there, `most` are left. */
export function deleteUnusedBrowsers(
  db: D1DatabaseSession,
  { accountId, newId, most }: { accountId: string; newId: string; most: number },
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM devices
        WHERE id IN (SELECT id FROM devices WHERE account_id = ?1 AND id <> ?2
                      ORDER BY last_used_at DESC, created_at DESC LIMIT -1 OFFSET ?3)
          AND EXISTS (SELECT 1 FROM devices WHERE id = ?2)`,
    )
    .bind(accountId, newId, most - 1);
}

/** Notes when a browser was last let past the second step. */
export function touchBrowser(db: D1DatabaseSession, tokenHash: string, now: number): D1PreparedStatement {
  return db.prepare("UPDATE devices SET last_used_at = ? WHERE token_hash = ?").bind(now, tokenHash);
}

/** The browsers that an account remembers, the last used first. */
export async function findBrowsers(
  db: D1DatabaseSession,
  accountId: string,
  { now, since }: BrowserTimes,
): Promise<BrowserRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, token_hash, name, user_agent, place, created_at, last_used_at, expires_at FROM devices
        WHERE account_id = ? AND expires_at > ? AND created_at > ? AND ${stillCounts("created_at")} ORDER BY last_used_at DESC`,
    )
    .bind(accountId, now, since)
    .all<BrowserRow>();
  return results;
}

/** Gives a browser of the account another name. */
export function setBrowserName(
  db: D1DatabaseSession,
  { accountId, id, name }: { accountId: string; id: string; name: string },
): D1PreparedStatement {
  return db.prepare("UPDATE devices SET name = ? WHERE account_id = ? AND id = ?").bind(name, accountId, id);
}

/** Forgets one browser of the account; answers a row if there was one. */
export function deleteBrowser(db: D1DatabaseSession, accountId: string, id: string): D1PreparedStatement {
  return db.prepare("DELETE FROM devices WHERE account_id = ? AND id = ? RETURNING id").bind(accountId, id);
}

/** Forgets the account's browser of a token, where there is one, while `guard` holds. */
export function deleteBrowserOfToken(
  db: D1DatabaseSession,
  accountId: string,
  tokenHash: string,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM devices WHERE account_id = ? AND token_hash = ? AND ${guard.sql}`)
    .bind(accountId, tokenHash, ...guard.values);
}

/**
 * A statement that forgets every remembered browser of the account, while `guard` holds: any change to password or
 * two-factor does (promise S5).
 */
export function forgetBrowsers(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db.prepare(`DELETE FROM devices WHERE account_id = ? AND ${guard.sql}`).bind(accountId, ...guard.values);
}

/** Takes away remembered browsers that have expired, so many at most; answers how many went. */
export async function deleteExpiredBrowsers(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      "DELETE FROM devices WHERE id IN (SELECT id FROM devices WHERE expires_at <= ? ORDER BY expires_at LIMIT ?)",
    )
    .bind(now, limit)
    .run();
  return meta.changes;
}

/** Holds while the account remembers this browser. */
export function browserExists(accountId: string, id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM devices WHERE account_id = ? AND id = ?)", values: [accountId, id] };
}

/** A statement that remembers a browser again that was set aside, while `guard` holds. */
export function restoreBrowser(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `INSERT INTO devices (id, account_id, token_hash, name, user_agent, place, created_at, last_used_at, expires_at)
       SELECT id, account_id, content ->> 'token_hash', content ->> 'name', content ->> 'user_agent', content ->> 'place',
              content ->> 'created_at', content ->> 'last_used_at', content ->> 'expires_at'
         FROM set_aside WHERE id = ? AND account_id = ? AND kind = 'browser' AND ${guard.sql}`,
    )
    .bind(id, accountId, ...guard.values);
}
