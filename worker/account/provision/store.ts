import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";

/** Makes an account for an address that nobody has proved, unless one of its keys has one: then no row comes back. */
export function insertOpenAccount(
  db: D1DatabaseSession,
  row: { id: string; email: string; emailKey: string; emailKeys: readonly string[]; locale: string; now: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO accounts (id, email, email_key, locale, created_at, unproved)
       SELECT ?, ?, ?, ?, ?, 1
        WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE email_key IN (SELECT value FROM json_each(?)))
       ON CONFLICT (email_key) DO NOTHING RETURNING id`,
    )
    .bind(row.id, row.email, row.emailKey, row.locale, row.now, JSON.stringify(row.emailKeys));
}

/** Holds once the account of this id is made. */
export function isMade(id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ?)", values: [id] };
}
