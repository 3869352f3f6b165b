import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { PageEnd } from "../../http/cursor.ts";

export interface PersonRow {
  id: string;
  email: string;
  locale: string;
  created_at: number;
  disabled_at: number | null;
  password_hash: string;
}

const personSql = `
  SELECT a.id, a.email, a.locale, a.created_at, a.disabled_at, p.hash AS password_hash
    FROM accounts a JOIN passwords p ON p.account_id = a.id`;

/** People who follow `after` in the order in which their accounts were made, `limit` at most; by keyset. */
export function findPeople(db: D1DatabaseSession, after: PageEnd, limit: number): D1PreparedStatement {
  return db
    .prepare(`${personSql} WHERE (a.created_at, a.id) > (?, ?) ORDER BY a.created_at, a.id LIMIT ?`)
    .bind(after.at, after.id, limit);
}

/** The person of the first of some keys of an address that there is; no row where there is none. */
export function findPersonByEmail(db: D1DatabaseSession, emailKeys: readonly string[]): D1PreparedStatement {
  return db
    .prepare(`${personSql} JOIN json_each(?) ON json_each.value = a.email_key ORDER BY json_each.key LIMIT 1`)
    .bind(JSON.stringify(emailKeys));
}
