import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";

/** An account that somebody had elsewhere; `createdAt` in milliseconds. */
export interface ImportedAccountRow {
  id: string;
  email: string;
  emailKey: string;
  /** All by which it may be found, three at most. */
  emailKeys: string[];
  locale: string;
  createdAt: number;
  unproved: 0 | 1;
}

/** Makes accounts of people from elsewhere while `guard` holds; an address that has one already is left alone. */
export function insertImported(
  db: D1DatabaseSession,
  rows: readonly ImportedAccountRow[],
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO accounts (id, email, email_key, locale, created_at, unproved)
       SELECT value ->> 'id', value ->> 'email', value ->> 'emailKey', value ->> 'locale', value ->> 'createdAt',
              value ->> 'unproved'
         FROM json_each(?)
        WHERE NOT EXISTS (SELECT 1 FROM accounts
                           WHERE email_key IN (value ->> '$.emailKeys[0]', value ->> '$.emailKeys[1]', value ->> '$.emailKeys[2]'))
          AND ${guard.sql} ON CONFLICT (email_key) DO NOTHING`,
    )
    .bind(JSON.stringify(rows), ...guard.values);
}

/** Notes that the address was proved, while `guard` holds. */
export function clearUnproved(db: D1DatabaseSession, accountId: string, guard: Guard): D1PreparedStatement {
  return db
    .prepare(`UPDATE accounts SET unproved = 0 WHERE id = ? AND unproved = 1 AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}
