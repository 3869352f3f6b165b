import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard, Term } from "../../guard.ts";

/** Sets whether the account asks for nothing weaker than a passkey, while `guard` holds. */
export function setPasskeysOnly(
  db: D1DatabaseSession,
  accountId: string,
  on: boolean,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE accounts SET passkeys_only = ?1 WHERE id = ?2 AND ${guard.sql}`)
    .bind(Number(on), accountId, ...guard.values);
}

/** Holds while the account takes codes too. */
export function takesCodes(accountId: Term): Guard {
  return {
    sql: `NOT EXISTS (SELECT 1 FROM accounts WHERE id = ${accountId.sql} AND passkeys_only = 1)`,
    values: accountId.values,
  };
}

/** Holds while the account's setting is the other one. */
export function isOtherwise(accountId: string, on: boolean): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ? AND passkeys_only <> ?)",
    values: [accountId, Number(on)],
  };
}
