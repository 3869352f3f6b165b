import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import { hour, minute } from "../time.ts";
import type { World } from "../world.ts";
import type { NewsToGather } from "./gathered-news.ts";
import type { Letter, Mail } from "./mail.ts";
import type { LimitedChange } from "./rules.ts";
import {
  changesADay,
  countedHours,
  gatheredCharacters,
  gatheringMinutes,
  newsLimits,
  type RetryPolicy,
} from "./rules.ts";

export interface OutboxRow {
  id: string;
  account_id: string | null;
  recipient: string;
  subject: string;
  text: string;
  html: string;
  /** The letter of a mail with a code or a link, in place of the three above. */
  sealed: string | null;
  /** What is told together, a JSON object, in place of them. */
  news: string | null;
  is_urgent: 0 | 1;
  created_at: number;
  /** The account's; null where there is none. */
  locale: string | null;
  /** Tries so far, the one that this row was taken for among them. */
  tries: number;
}

/** Holds, in SQL, where the outbox has so many mails of `owner` since `ago` before ?8, sent ones too. */
function hasMany(owner: string, count: number, ago: number): string {
  return `EXISTS (SELECT 1 FROM outbox WHERE ${owner} AND created_at > ?8 - ${ago} LIMIT 1 OFFSET ${count - 1})`;
}

const isFlooded = ["account_id = ?2", "mailbox = ?4 AND mailbox <> ''"]
  .flatMap((owner) => [hasMany(owner, newsLimits.anHour, hour), hasMany(owner, newsLimits.aDay, countedHours * hour)])
  .join(" OR ");

/** A mail on something that has happened, for the outbox. */
export interface MailToInsert extends Mail {
  accountId: string | null;
  kind: string;
  mailbox: string;
  now: number;
}

/** Puts a mail into the outbox, while `guard` holds. */
export function insertMail(db: D1DatabaseSession, mail: MailToInsert, guard: Guard): D1PreparedStatement {
  const { id, accountId, to, mailbox, kind, subject, text, html, now } = mail;
  return db
    .prepare(
      `INSERT INTO outbox (id, account_id, recipient, mailbox, kind, subject, text, created_at, next_try_at, html)
       SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8, ?9 WHERE ${guard.sql}`,
    )
    .bind(id, accountId, to, mailbox, kind, subject, text, now, html, ...guard.values);
}

/**
 * Does the same with news. Where their account or mailbox had many mails already, the row takes only what is told in
 * their one mail, or adds that to the row that gathers (promise G7). One statement, so exact.
 */
export function insertNews(
  db: D1DatabaseSession,
  mail: MailToInsert,
  { key, entry }: NewsToGather,
  guard: Guard,
): D1PreparedStatement {
  const { id, accountId, to, mailbox, kind, subject, text, html, now } = mail;
  const once = "json_set(json(?11), '$.times', 1)";
  const again = "json_set(json(?11), '$.times', 1 + coalesce(outbox.news ->> ('$.' || ?10 || '.times'), 0))";
  return db
    .prepare(
      `INSERT INTO outbox (id, account_id, recipient, mailbox, kind, subject, text, html, news, gathers, created_at, next_try_at)
       SELECT ?1, ?2, ?3, ?4, ?5,
              iif(flooded, '', ?6), iif(flooded, '', ?7), iif(flooded, '', ?9),
              iif(flooded, json_object(?10, ${once}), NULL), iif(flooded, ?2 || ' ' || ?3, NULL),
              ?8, iif(flooded, ?8 + ${gatheringMinutes * minute}, ?8)
         FROM (SELECT (${isFlooded}) AS flooded) WHERE ${guard.sql}
       ON CONFLICT (gathers) WHERE gathers IS NOT NULL DO UPDATE
         SET news = iif(length(news) < ${gatheredCharacters} OR news ->> ('$.' || ?10) IS NOT NULL,
                        json_set(news, '$.' || ?10, ${again}), news)`,
    )
    .bind(id, accountId, to, mailbox, kind, subject, text, now, html, key, entry, ...guard.values);
}

/**
 * A statement that fails where `limit` mails of a kind were queued for an account within a day, and with it the
 * transaction that it begins. SQLite refuses a JSON path that does not begin with `$`, and its message quotes it.
 */
export function failAtMany(
  db: D1DatabaseSession,
  accountId: string,
  kind: string,
  { now, limit }: { now: number; limit: number },
): D1PreparedStatement {
  return db
    .prepare(
      `SELECT iif(EXISTS (SELECT 1 FROM outbox WHERE account_id = ? AND kind = ? AND created_at > ? LIMIT 1 OFFSET ?),
                  json_extract('{}', '${atMany}'), 1)`,
    )
    .bind(accountId, kind, now - countedHours * hour, limit - 1);
}

/** Holds while `limitChanges` would not refuse. */
export function mayChange({ now }: World, { accountId, kind }: LimitedChange): Guard {
  return {
    sql: "NOT EXISTS (SELECT 1 FROM outbox WHERE account_id = ? AND kind = ? AND created_at > ? LIMIT 1 OFFSET ?)",
    values: [accountId, kind, now - countedHours * hour, changesADay - 1],
  };
}

/** Whether it is that statement which failed. */
export function hasFailedAtMany(error: unknown): boolean {
  return error instanceof Error && error.message.includes(atMany);
}

const atMany = "many:mails";

/** When the `nth` newest mail of a kind was queued for an account, if it was within a day; in milliseconds since 1970. */
export function findNthNewest(
  db: D1DatabaseSession,
  accountId: string,
  kind: string,
  { now, nth }: { now: number; nth: number },
): Promise<number | null> {
  return db
    .prepare(
      `SELECT created_at FROM outbox WHERE account_id = ? AND kind = ? AND created_at > ?
        ORDER BY created_at DESC LIMIT 1 OFFSET ?`,
    )
    .bind(accountId, kind, now - countedHours * hour, nth - 1)
    .first<number>("created_at");
}

/** Keeps a mail that the provider refused for its rate, and notes the code or the invitation that it carries. */
export async function insertUrgentMail(
  db: D1DatabaseSession,
  mail: {
    id: string;
    to: string;
    /** The account that is invited by it, if one is. */
    invited: string | null;
    sealed: string;
    now: number;
    nextTryAt: number;
    expiresAt: number;
  },
): Promise<void> {
  await db
    .prepare(
      `INSERT INTO outbox (id, recipient, subject, text, html, sealed, is_urgent, created_at, next_try_at, expires_at,
                           code_id, invited_id, invitation_id)
       VALUES (?1, ?2, '', '', '', ?3, 1, ?4, ?5, ?6, (SELECT id FROM email_codes WHERE id = ?1), ?7,
               iif(?7 IS NULL, NULL, ?1))`,
    )
    .bind(mail.id, mail.to, mail.sealed, mail.now, mail.nextTryAt, mail.expiresAt, mail.invited)
    .run();
}

/** Holds while a mail is of use: not once it has expired, or its code or invitation is void. */
const isWanted = `(expires_at IS NULL OR expires_at > ?1)
   AND (code_id IS NULL OR EXISTS (SELECT 1 FROM email_codes WHERE id = code_id AND ended_at IS NULL))
   AND (invited_id IS NULL OR EXISTS (SELECT 1 FROM invitations WHERE account_id = invited_id AND id = invitation_id))`;

const canBeTaken = `sent_at IS NULL AND next_try_at <= ?1 AND tries < ?4 AND ${isWanted}`;

const claimSql = `
  UPDATE outbox SET tries = tries + 1, gathers = NULL, next_try_at = ?1 + 1000 * (?2 << (?3 * tries))
   WHERE ${canBeTaken} AND id =`;

const claimed = `
  RETURNING id, account_id, recipient, subject, text, html, sealed, news, is_urgent, created_at, tries,
            (SELECT locale FROM accounts WHERE accounts.id = outbox.account_id) AS locale`;

/** Takes one mail to send it: of many who try at once, one gets the row, and nobody else before it is due again. */
export function claimMail(
  db: D1DatabaseSession,
  id: string,
  now: number,
  { tries, firstWaitSeconds, growthBits }: RetryPolicy,
): Promise<OutboxRow | null> {
  return db.prepare(`${claimSql} ?5 ${claimed}`).bind(now, firstWaitSeconds, growthBits, tries, id).first<OutboxRow>();
}

const dueOf = (isUrgent: 0 | 1) =>
  `(SELECT id FROM outbox WHERE is_urgent = ${isUrgent} AND ${canBeTaken} ORDER BY next_try_at LIMIT 1)`;

/** Takes a mail that is due, likewise: codes before news, and of each the one that has been due the longest. */
export function claimDueMail(
  db: D1DatabaseSession,
  now: number,
  { tries, firstWaitSeconds, growthBits }: RetryPolicy,
): Promise<OutboxRow | null> {
  return db
    .prepare(`${claimSql} coalesce(${dueOf(1)}, ${dueOf(0)}) ${claimed}`)
    .bind(now, firstWaitSeconds, growthBits, tries)
    .first<OutboxRow>();
}

/** The ids of mails that are due, `limit` at most. */
export async function findDueMails(
  db: D1DatabaseSession,
  now: number,
  { tries, limit }: { tries: number; limit: number },
): Promise<string[]> {
  const due = (isUrgent: 0 | 1) =>
    db
      .prepare(
        `SELECT id FROM outbox
          WHERE is_urgent = ${isUrgent} AND sent_at IS NULL AND next_try_at <= ? AND tries < ? ORDER BY next_try_at LIMIT ?`,
      )
      .bind(now, tries, limit);
  const results = await db.batch<{ id: string }>([due(1), due(0)]);
  return results.flatMap(({ results: rows }) => rows.map(({ id }) => id)).slice(0, limit);
}

/** Whether a mail of the outbox waits to be sent. */
export async function mailWaits(db: D1DatabaseSession, id: string): Promise<boolean> {
  return (await db.prepare("SELECT 1 FROM outbox WHERE id = ? AND sent_at IS NULL").bind(id).first()) !== null;
}

/** Gives a mail that gathered news the letter that tells them: each try sends the same. */
export async function keepLetter(db: D1DatabaseSession, id: string, { subject, text, html }: Letter): Promise<void> {
  await db
    .prepare("UPDATE outbox SET subject = ?, text = ?, html = ?, news = NULL WHERE id = ?")
    .bind(subject, text, html, id)
    .run();
}

/** Lets a mail wait that the provider refused for its rate: that was no try of it. */
export async function postponeMail(db: D1DatabaseSession, id: string, nextTryAt: number): Promise<void> {
  await db.prepare("UPDATE outbox SET tries = tries - 1, next_try_at = ? WHERE id = ?").bind(nextTryAt, id).run();
}

/** Notes that a mail was sent: nothing stays of it but that there was one, which counts for a day. */
export async function noteSent(db: D1DatabaseSession, id: string, now: number): Promise<void> {
  await db
    .prepare("UPDATE outbox SET sent_at = ?, recipient = '', subject = '', text = '', html = '' WHERE id = ?")
    .bind(now, id)
    .run();
}

/** Takes a mail out that has been given up, or that counts elsewhere, with all that it said. */
export async function deleteMail(db: D1DatabaseSession, id: string): Promise<void> {
  await db.prepare("DELETE FROM outbox WHERE id = ?").bind(id).run();
}

/**
 * Takes out mails whose last try was cut short, and those with a code that has expired, `limit` of each at most; Returns
 * their ids.
 */
export async function deleteGivenUp(
  db: D1DatabaseSession,
  { now, tries, limit }: { now: number; tries: number; limit: number },
): Promise<{ id: string }[]> {
  const isOver = ["is_urgent = 0 AND tries >= ?2", "is_urgent = 1 AND (tries >= ?2 OR expires_at <= ?1)"];
  const results = await db.batch<{ id: string }>(
    isOver.map((sql) =>
      db
        .prepare(
          `DELETE FROM outbox WHERE id IN
             (SELECT id FROM outbox WHERE sent_at IS NULL AND next_try_at <= ?1 AND ${sql} LIMIT ?3) RETURNING id`,
        )
        .bind(now, tries, limit),
    ),
  );
  return results.flatMap(({ results: rows }) => rows);
}

/** Forgets mails that were sent before `before`, `limit` at most. Returns how many. */
export async function deleteCounted(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM outbox WHERE id IN (SELECT id FROM outbox WHERE sent_at <= ? ORDER BY sent_at LIMIT ?)")
    .bind(before, limit)
    .run();
  return meta.changes;
}
