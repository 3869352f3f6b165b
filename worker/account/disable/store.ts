import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";

/** Notes since when the account is shut, or with null that it is open again, while `guard` holds; a row if so. */
export function setDisabledAt(
  db: D1DatabaseSession,
  accountId: string,
  at: number | null,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE accounts SET disabled_at = ? WHERE id = ? AND ${guard.sql} RETURNING id`)
    .bind(at, accountId, ...guard.values);
}

/** Holds while the account exists and nobody disabled it. */
export function isOpen(accountId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ? AND disabled_at IS NULL)", values: [accountId] };
}

/** Holds while the account exists and is disabled. */
export function isDisabled(accountId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ? AND disabled_at IS NOT NULL)", values: [accountId] };
}
