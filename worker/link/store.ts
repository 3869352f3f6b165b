import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard, Term } from "../guard.ts";
import type { World } from "../world.ts";
import type { KeptLinkPurpose } from "./rules.ts";

/** Whom a link goes to; nulls for an address that no account has. */
export interface LinkOwnerRow {
  account_id: string | null;
  email: string | null;
  locale: string | null;
}

/** Keeps a link to the account of an address, known or not, while `guard` holds; answers whose it is. */
export function insertLink(
  db: D1DatabaseSession,
  row: {
    hash: string;
    purpose: KeptLinkPurpose;
    emailKeys: readonly string[];
    recipient: string;
    now: number;
    expiresAt: number;
  },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO mailed_links (hash, purpose, account_id, recipient, created_at, expires_at)
       SELECT ?, ?, (SELECT a.id FROM json_each(?) JOIN accounts a ON a.email_key = json_each.value
                      ORDER BY json_each.key LIMIT 1), ?, ?, ? WHERE ${guard.sql}
       RETURNING account_id,
                 (SELECT accounts.email FROM accounts WHERE accounts.id = account_id) AS email,
                 (SELECT accounts.locale FROM accounts WHERE accounts.id = account_id) AS locale`,
    )
    .bind(row.hash, row.purpose, JSON.stringify(row.emailKeys), row.recipient, row.now, row.expiresAt, ...guard.values);
}

/** Holds while a link has neither been used nor voided nor expired. */
export function linkLives(hash: string, purpose: KeptLinkPurpose, now: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM mailed_links WHERE hash = ? AND purpose = ? AND ended_at IS NULL AND expires_at > ?)",
    values: [hash, purpose, now],
  };
}

/** Holds while a mailbox has no link of a purpose that lives. */
export function noneLives(recipient: string, purpose: KeptLinkPurpose, now: number): Guard {
  return {
    sql: `NOT EXISTS (SELECT 1 FROM mailed_links
                       WHERE recipient = ? AND purpose = ? AND ended_at IS NULL AND expires_at > ?)`,
    values: [recipient, purpose, now],
  };
}

/** Holds while fewer than `most` links of a purpose went to a mailbox after `since`. */
export function fewerMailed(recipient: string, purpose: KeptLinkPurpose, since: number, most: number): Guard {
  return {
    sql: "(SELECT count(*) FROM mailed_links WHERE recipient = ? AND purpose = ? AND created_at > ?) < ?",
    values: [recipient, purpose, since, most],
  };
}

/** When the newest link of a purpose went to a mailbox but `butNewest` newer ones, in milliseconds since 1970. */
export async function mailedAt(
  db: D1DatabaseSession,
  recipient: string,
  purpose: KeptLinkPurpose,
  butNewest: number,
): Promise<number | null> {
  return db
    .prepare(
      `SELECT created_at FROM mailed_links WHERE recipient = ? AND purpose = ?
        ORDER BY created_at DESC LIMIT 1 OFFSET ?`,
    )
    .bind(recipient, purpose, butNewest)
    .first<number>("created_at");
}

/** Counts a press of a link that lives, `most` at most; answers a row if so. Uses nothing up. */
export function pressLink(
  db: D1DatabaseSession,
  { hash, purpose, now, most }: { hash: string; purpose: KeptLinkPurpose; now: number; most: number },
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE mailed_links SET presses = presses + 1
        WHERE hash = ? AND purpose = ? AND ended_at IS NULL AND expires_at > ? AND presses < ?
          AND account_id IS NOT NULL RETURNING account_id`,
    )
    .bind(hash, purpose, now, most);
}

/** The account that a link is for. */
export function accountOf(hash: string): Term {
  return { sql: "(SELECT account_id FROM mailed_links WHERE hash = ?)", values: [hash] };
}

/** Ends a link that has been used. */
export function endLink(db: D1DatabaseSession, hash: string, now: number): D1PreparedStatement {
  return db.prepare("UPDATE mailed_links SET ended_at = ? WHERE hash = ? AND ended_at IS NULL").bind(now, hash);
}

/** A statement that voids every link of 256 bits of the account, while `guard` holds. */
export function voidMailedLinks(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`UPDATE mailed_links SET ended_at = ? WHERE account_id = ? AND ended_at IS NULL AND ${guard.sql}`)
    .bind(world.now, accountId, ...guard.values);
}

/** What a link is for, until when it lives, and the address of its account; null where it does not live. */
export function findLiving(
  db: D1DatabaseSession,
  hash: string,
  now: number,
): Promise<{ purpose: KeptLinkPurpose; expires_at: number; email: string | null } | null> {
  return db
    .prepare(
      `SELECT purpose, expires_at, (SELECT accounts.email FROM accounts WHERE accounts.id = account_id) AS email
         FROM mailed_links
        WHERE hash = ? AND ended_at IS NULL AND expires_at > ? AND account_id IS NOT NULL`,
    )
    .bind(hash, now)
    .first();
}

/** The address of an account while a condition of another feature holds; null where it does not. */
export function addressWhile(
  db: D1DatabaseSession,
  accountId: string,
  guard: Guard,
): Promise<{ email: string } | null> {
  return db
    .prepare(`SELECT email FROM accounts WHERE id = ? AND ${guard.sql}`)
    .bind(accountId, ...guard.values)
    .first();
}

/** Lets a link count for no mailbox any more; it works as before. */
export function uncountLink(db: D1DatabaseSession, hash: string): D1PreparedStatement {
  return db.prepare("UPDATE mailed_links SET recipient = '' WHERE hash = ?").bind(hash);
}

/** Takes away links that expired before `before`, `limit` at most; answers how many went. */
export async function deleteExpiredLinks(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM mailed_links WHERE hash IN (SELECT hash FROM mailed_links WHERE expires_at <= ? LIMIT ?)")
    .bind(before, limit)
    .run();
  return meta.changes;
}
