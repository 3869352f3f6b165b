import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard, IdQuery, Term } from "../guard.ts";
import { stillCounts } from "../session/store.ts";
import type { World } from "../world.ts";

export interface SignInRow {
  account_id: string;
  tries_left: number;
  expires_at: number;
  /** Whether its account asks for nothing weaker than a passkey. */
  passkeys_only: 0 | 1;
  /** The reset whose waiting password it makes good; null for every other sign-in. */
  reset_id: string | null;
  /** The sign-in whose mailed code counts here too; null for one with codes of its own. */
  mailed_for: string | null;
}

/** A try that was taken, with whom to tell of it. */
export interface TakenTryRow extends Omit<SignInRow, "passkeys_only" | "reset_id" | "mailed_for"> {
  email: string;
  locale: string;
}

/** Keeps a sign-in whose password was right and that waits for its second step, while `guard` holds; answers a row if so. */
export function insertSignIn(
  db: D1DatabaseSession,
  row: { id: string; accountId: string; tries: number; now: number; expiresAt: number; resetId?: string | undefined },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO sign_ins (id, account_id, tries_left, created_at, expires_at, reset_id)
       SELECT ?, ?, ?, ?, ?, ? WHERE ${guard.sql} RETURNING id`,
    )
    .bind(row.id, row.accountId, row.tries, row.now, row.expiresAt, row.resetId ?? null, ...guard.values);
}

/** A sign-in in progress; no row where it expired, is void or never was. */
export function findSignIn(db: D1DatabaseSession, id: string, now: number): D1PreparedStatement {
  return db
    .prepare(
      `SELECT account_id, tries_left, expires_at, reset_id, mailed_for,
              (SELECT passkeys_only FROM accounts WHERE accounts.id = account_id) AS passkeys_only
         FROM sign_ins WHERE id = ? AND expires_at > ? AND tries_left > 0 AND ${stillCounts("created_at")}`,
    )
    .bind(id, now);
}

/** A query of the account's sign-ins in progress whose codes are mailed. */
export function signInsOf(accountId: string, now: number): IdQuery {
  return {
    query: `SELECT id FROM sign_ins WHERE account_id = ? AND expires_at > ? AND tries_left > 0 AND reset_id IS NULL
            AND ${stillCounts("created_at")}`,
    values: [accountId, now],
  };
}

/** Lets the code that was mailed for the sign-in of the id `mailedFor` count for another one too; NULL changes nothing. */
export function shareCode(db: D1DatabaseSession, id: string, mailedFor: Term): D1PreparedStatement {
  return db.prepare(`UPDATE sign_ins SET mailed_for = ${mailedFor.sql} WHERE id = ?`).bind(...mailedFor.values, id);
}

/** Takes one of the tries before a code is judged, while `guard` holds; answers the sign-in if so. */
export function takeTry(db: D1DatabaseSession, id: string, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sign_ins SET tries_left = tries_left - 1
        WHERE id = ? AND ${guard.sql}
        RETURNING account_id, tries_left, expires_at,
                  (SELECT email FROM accounts WHERE accounts.id = account_id) AS email,
                  (SELECT locale FROM accounts WHERE accounts.id = account_id) AS locale`,
    )
    .bind(id, ...guard.values);
}

/** Holds while a sign-in in progress takes another code. */
export function signInHasTries(id: string, now: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM sign_ins WHERE id = ? AND expires_at > ? AND tries_left > 0 AND ${stillCounts("created_at")})`,
    values: [id, now],
  };
}

/** The id of the account that a sign-in in progress is of; null where there is none. */
export function accountOfSignIn(id: string): Term {
  return { sql: "(SELECT account_id FROM sign_ins WHERE id = ?)", values: [id] };
}

/** Holds while the sign-in is in progress. */
export function signInIsOpen(id: string, now: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM sign_ins WHERE id = ? AND expires_at > ? AND ${stillCounts("created_at")})`,
    values: [id, now],
  };
}

/** Ends one sign-in in progress. */
export function deleteSignIn(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare("DELETE FROM sign_ins WHERE id = ?").bind(id);
}

/** A statement that ends the account's sign-ins in progress, while `guard` holds (promise S5). */
export function endSignIns(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM sign_ins WHERE account_id = ? AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** Takes away sign-ins that expired by `now`, `limit` at most; answers how many went. */
export async function deleteExpiredSignIns(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM sign_ins WHERE id IN (SELECT id FROM sign_ins WHERE expires_at <= ? LIMIT ?)")
    .bind(now, limit)
    .run();
  return meta.changes;
}
