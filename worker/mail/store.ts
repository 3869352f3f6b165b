import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { Mail } from "./mail.ts";
import type { RetryPolicy } from "./rules.ts";

export interface OutboxRow {
  id: string;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** Tries so far, the one that this row was taken for among them. */
  tries: number;
}

/** Puts a mail into the outbox, while `guard` holds. */
export function insertMail(
  db: D1DatabaseSession,
  mail: Mail & { accountId: string | null; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO outbox (id, account_id, recipient, subject, text, html, created_at, next_try_at)
       SELECT ?, ?, ?, ?, ?, ?, ?, ? WHERE ${guard.sql}`,
    )
    .bind(mail.id, mail.accountId, mail.to, mail.subject, mail.text, mail.html, mail.now, mail.now, ...guard.values);
}

const claimSql = `
  UPDATE outbox SET tries = tries + 1, next_try_at = ?1 + 1000 * (?2 << (?3 * tries))
   WHERE next_try_at <= ?1 AND tries < ?4 AND id =`;

/** Takes one mail to send it: of many who try at once, one gets the row, and nobody else before it is due again. */
export function claimMail(
  db: D1DatabaseSession,
  id: string,
  now: number,
  { tries, firstWaitSeconds, growthBits }: RetryPolicy,
): Promise<OutboxRow | null> {
  return db
    .prepare(`${claimSql} ?5 RETURNING id, recipient, subject, text, html, tries`)
    .bind(now, firstWaitSeconds, growthBits, tries, id)
    .first<OutboxRow>();
}

/** Takes the mail that has been due the longest, likewise; null where none is. */
export function claimDueMail(
  db: D1DatabaseSession,
  now: number,
  { tries, firstWaitSeconds, growthBits }: RetryPolicy,
): Promise<OutboxRow | null> {
  return db
    .prepare(
      `${claimSql} (SELECT id FROM outbox WHERE next_try_at <= ?1 AND tries < ?4 ORDER BY next_try_at LIMIT 1)
       RETURNING id, recipient, subject, text, html, tries`,
    )
    .bind(now, firstWaitSeconds, growthBits, tries)
    .first<OutboxRow>();
}

/** Takes a mail out that has been sent or given up, with all that it said. */
export async function deleteMail(db: D1DatabaseSession, id: string): Promise<void> {
  await db.prepare("DELETE FROM outbox WHERE id = ?").bind(id).run();
}

/** Takes out mails whose last try was cut short and that nobody takes any more, `limit` at most; answers their ids. */
export async function deleteGivenUp(
  db: D1DatabaseSession,
  { now, tries, limit }: { now: number; tries: number; limit: number },
): Promise<{ id: string }[]> {
  const { results } = await db
    .prepare(
      `DELETE FROM outbox
        WHERE id IN (SELECT id FROM outbox WHERE next_try_at <= ? AND tries >= ? LIMIT ?) RETURNING id`,
    )
    .bind(now, tries, limit)
    .all<{ id: string }>();
  return results;
}
