import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";
import type { World } from "../../world.ts";

export interface EmailChangeRow {
  id: string;
  account_id: string;
  locale: string;
  old_email: string;
  new_email: string;
  created_at: number;
  confirmed_at: number | null;
  undone_at: number | null;
  session_id: string | null;
}

/** The address of another account that has one of some keys, as that has it; null where none has. */
export function findTaker(
  db: D1DatabaseSession,
  emailKeys: readonly string[],
  accountId: string,
): Promise<string | null> {
  return db
    .prepare("SELECT email FROM accounts WHERE email_key IN (SELECT value FROM json_each(?)) AND id <> ?")
    .bind(JSON.stringify(emailKeys), accountId)
    .first<string>("email");
}

/** Keeps a change that waits for its code, from the address that the account has now. */
export function insertChange(
  db: D1DatabaseSession,
  row: { id: string; accountId: string; newEmail: string; newEmailKey: string; now: number; expiresAt: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO email_changes (id, account_id, old_email, old_email_key, new_email, new_email_key,
                                  created_at, expires_at)
       SELECT ?, id, email, email_key, ?, ?, ?, ? FROM accounts WHERE id = ?`,
    )
    .bind(row.id, row.newEmail, row.newEmailKey, row.now, row.expiresAt, row.accountId);
}

/** The newest change that waits for its code; null where there is none, or it expired. */
export function findWaitingChange(
  db: D1DatabaseSession,
  accountId: string,
  now: number,
): Promise<EmailChangeRow | null> {
  return db
    .prepare(
      `${changeSql} WHERE c.account_id = ? AND c.confirmed_at IS NULL AND c.undone_at IS NULL AND c.expires_at > ?
        ORDER BY c.created_at DESC LIMIT 1`,
    )
    .bind(accountId, now)
    .first<EmailChangeRow>();
}

/** A change of the account by its id; null where it has none of that id. */
export function findChange(db: D1DatabaseSession, accountId: string, id: string): Promise<EmailChangeRow | null> {
  return db.prepare(`${changeSql} WHERE c.id = ? AND c.account_id = ?`).bind(id, accountId).first<EmailChangeRow>();
}

/** Every change of the account that is kept, the newest first. */
export async function findChangesOf(db: D1DatabaseSession, accountId: string): Promise<EmailChangeRow[]> {
  const { results } = await db
    .prepare(`${changeSql} WHERE c.account_id = ? ORDER BY c.created_at DESC`)
    .bind(accountId)
    .all<EmailChangeRow>();
  return results;
}

const changeSql = `
  SELECT c.id, c.account_id, a.locale, c.old_email, c.new_email, c.created_at, c.confirmed_at, c.undone_at,
         c.session_id
    FROM email_changes c JOIN accounts a ON a.id = c.account_id`;

/** Holds while a change waits, has not expired by `now`, and none of the keys of its new address is another account's. */
export function changeIsWaiting(id: string, newEmailKeys: readonly string[], now: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM email_changes c WHERE c.id = ? AND c.confirmed_at IS NULL AND c.undone_at IS NULL
            AND c.expires_at > ?
            AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.email_key IN (SELECT value FROM json_each(?)) AND o.id <> c.account_id))`,
    values: [id, now, JSON.stringify(newEmailKeys)],
  };
}

/** Holds while a change of the account waits for its code. */
export function changeWaitsForCode(accountId: string, id: string): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM email_changes WHERE id = ? AND account_id = ?
            AND confirmed_at IS NULL AND undone_at IS NULL)`,
    values: [id, accountId],
  };
}

/** Stops a change before it is confirmed, while `guard` holds; answers a row if so. */
export function stopChange(
  db: D1DatabaseSession,
  accountId: string,
  id: string,
  now: number,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE email_changes SET undone_at = ? WHERE id = ? AND account_id = ? AND ${guard.sql} RETURNING id`)
    .bind(now, id, accountId, ...guard.values);
}

/** Holds while a change can be undone: it was confirmed, and its old address is no other account's by now. */
export function changeIsUndoable(id: string): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM email_changes c WHERE c.id = ? AND c.confirmed_at IS NOT NULL AND c.undone_at IS NULL
            AND NOT EXISTS (SELECT 1 FROM accounts o WHERE o.email_key = c.old_email_key AND o.id <> c.account_id))`,
    values: [id],
  };
}

/** Holds where a change was undone at `at`. */
export function changeIsUndone(id: string, at: number): Guard {
  return { sql: "EXISTS (SELECT 1 FROM email_changes WHERE id = ? AND undone_at = ?)", values: [id, at] };
}

/** Marks a change as done, and by which session, while `guard` holds. */
export function markConfirmed(
  db: D1DatabaseSession,
  id: string,
  { now, sessionId }: { now: number; sessionId: string },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE email_changes SET confirmed_at = ?, session_id = ? WHERE id = ? AND ${guard.sql}`)
    .bind(now, sessionId, id, ...guard.values);
}

/** Marks every change of the account from `since` on as undone, waiting ones too, while `guard` holds. */
export function markUndone(
  db: D1DatabaseSession,
  { accountId, since, now }: { accountId: string; since: number; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE email_changes SET undone_at = ?
        WHERE account_id = ? AND created_at >= ? AND undone_at IS NULL AND ${guard.sql}`,
    )
    .bind(now, accountId, since, ...guard.values);
}

/** A statement that ends the account's changes of address that wait for their code, but `keptId`, while `guard` holds. */
export function endEmailChanges(
  world: World,
  accountId: string,
  keptId: string | undefined,
  guard: Guard,
): D1PreparedStatement {
  return world.db
    .prepare(
      `UPDATE email_changes SET expires_at = ?1
        WHERE account_id = ? AND id <> ? AND confirmed_at IS NULL AND expires_at > ?1 AND ${guard.sql}`,
    )
    .bind(world.now, accountId, keptId ?? "", ...guard.values);
}

/** Takes away changes from before `before`, `limit` at most; answers how many went. */
export async function deleteOldChanges(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM email_changes WHERE id IN (SELECT id FROM email_changes WHERE created_at < ? LIMIT ?)")
    .bind(before, limit)
    .run();
  return meta.changes;
}
