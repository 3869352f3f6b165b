import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import { resendAfterSeconds } from "../../shared/contract/limits.ts";
import type { Guard, IdQuery, Term } from "../guard.ts";
import { day, hour, second } from "../time.ts";
import type { World } from "../world.ts";
import { type EmailCodePurpose, mailboxMails, mailsAnHour, networkMailsAnHour } from "./rules.ts";

export interface NewEmailCode {
  id: string;
  mac: string;
  tries: number;
  expiresAt: number;
  /** null for one that becomes good once its mail is on its way. */
  sentAt: number | null;
}

/** What a mail is counted by: its purpose, who asks for it, and the MACs of whom it goes to, of their mailbox, and of the network, if any. */
export interface MailCount {
  purpose: EmailCodePurpose;
  subject: string;
  recipient: string;
  mailbox: string;
  network: string;
  now: number;
}

const pause = resendAfterSeconds * second;
const ofPurpose = "purpose = ?1 AND (recipient = ?2 OR subject = ?3)";
const ofNetwork = "?4 <> '' AND network = ?4";

/** The time of the `nth` newest mail of a purpose to a mailbox, of those within `ago`; ?6 is its MAC. */
const nthToMailbox = (nth: number, ago: number) =>
  `SELECT created_at FROM email_codes WHERE mailbox = ?6 AND mailbox <> '' AND purpose = ?1 AND created_at > ?5 - ${ago}
    ORDER BY created_at DESC LIMIT 1 OFFSET ${nth - 1}`;

/**
 * Takes the next place to send a code, while `guard` holds; no row comes back where the counts allow none, unless
 * `whatever` does. One statement, so exact.
 */
export function reserveCode(
  db: D1DatabaseSession,
  code: NewEmailCode,
  { purpose, recipient, subject, mailbox, network, now }: MailCount,
  { whatever, guard }: { whatever: Guard; guard: Guard },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO email_codes (id, purpose, subject, mac, tries_left, created_at, expires_at, sent_at, recipient, network, mailbox)
       SELECT ?7, ?1, ?3, ?8, ?9, ?5, ?10, ?11, ?2, ?4, ?6
        WHERE ((NOT EXISTS (SELECT 1 FROM email_codes WHERE ${ofPurpose} AND created_at > ?5 - ${pause})
          AND (SELECT count(*) FROM email_codes WHERE ${ofPurpose} AND created_at > ?5 - ${hour}) < ${mailsAnHour}
          AND (SELECT count(*) FROM email_codes WHERE ${ofNetwork} AND created_at > ?5 - ${hour}) < ${networkMailsAnHour}
          AND NOT EXISTS (${nthToMailbox(mailboxMails.anHour, hour)})
          AND NOT EXISTS (${nthToMailbox(mailboxMails.aDay, day)}))
           OR ${whatever.sql}) AND ${guard.sql}
       RETURNING id`,
    )
    .bind(
      ...[
        purpose,
        recipient,
        subject,
        network,
        now,
        mailbox,
        code.id,
        code.mac,
        code.tries,
        code.expiresAt,
        code.sentAt,
      ],
      ...whatever.values,
      ...guard.values,
    );
}

/** Holds, later in the same batch, where a place was taken. */
export function codeExists(id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM email_codes WHERE id = ?)", values: [id] };
}

/** When the counts allow a mail again, in milliseconds since 1970. */
export async function nextPlaceAt(
  db: D1DatabaseSession,
  { purpose, recipient, subject, mailbox, network, now }: MailCount,
): Promise<number> {
  const nthNewest = (which: string, nth: number) =>
    `SELECT created_at FROM email_codes WHERE ${which} AND created_at > ?5 - ${hour}
      ORDER BY created_at DESC LIMIT 1 OFFSET ${nth - 1}`;
  const row = await db
    .prepare(
      `SELECT max(ifnull((${nthNewest(ofPurpose, 1)}), 0) + ${pause},
                  ifnull((${nthNewest(ofPurpose, mailsAnHour)}), 0) + ${hour},
                  ifnull((${nthNewest(ofNetwork, networkMailsAnHour)}), 0) + ${hour},
                  ifnull((${nthToMailbox(mailboxMails.anHour, hour)}), 0) + ${hour},
                  ifnull((${nthToMailbox(mailboxMails.aDay, day)}), 0) + ${day}) AS at`,
    )
    .bind(purpose, recipient, subject, network, now, mailbox)
    .first<number>("at");
  return row ?? now;
}

/** Makes a code good that has been sent, and the older ones of its subject void. */
export async function activateCode(
  db: D1DatabaseSession,
  code: { id: string; purpose: EmailCodePurpose; subject: string; now: number },
): Promise<void> {
  await db.batch([
    db
      .prepare("UPDATE email_codes SET ended_at = ? WHERE purpose = ? AND subject = ? AND id <> ? AND ended_at IS NULL")
      .bind(code.now, code.purpose, code.subject, code.id),
    db.prepare("UPDATE email_codes SET sent_at = ? WHERE id = ? AND ended_at IS NULL").bind(code.now, code.id),
  ]);
}

/** Gives a place to send back, whose mail did not go out. */
export async function deleteCode(db: D1DatabaseSession, id: string): Promise<void> {
  await db.prepare("DELETE FROM email_codes WHERE id = ?").bind(id).run();
}

/** Gives a try back, because what a right code allows was refused for another reason. */
export function giveTryBack(db: D1DatabaseSession, purpose: EmailCodePurpose, subject: string): D1PreparedStatement {
  return db
    .prepare(
      "UPDATE email_codes SET tries_left = tries_left + 1 WHERE purpose = ? AND subject = ? AND ended_at IS NULL",
    )
    .bind(purpose, subject);
}

/**
 * Judges one try of a subject's living code: counts it, and where one of the MACs (JSON) is right spends the code, in one statement,
 * while `guard` holds. No row: there is no living code, or the guard does not hold. `ended_at` is set in the row of the one right try.
 */
export function tryCode(
  db: D1DatabaseSession,
  attempt: { purpose: EmailCodePurpose; subject: string; id: string | null; macs: string; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE email_codes
          SET tries_left = tries_left - 1, ended_at = CASE WHEN mac IN (SELECT value FROM json_each(?1)) THEN ?2 END
        WHERE purpose = ?3 AND subject = ?4 AND (?5 IS NULL OR id = ?5)
          AND sent_at IS NOT NULL AND ended_at IS NULL AND expires_at > ?2 AND tries_left > 0 AND ${guard.sql}
        RETURNING tries_left, ended_at`,
    )
    .bind(attempt.macs, attempt.now, attempt.purpose, attempt.subject, attempt.id, ...guard.values);
}

/** What the newest code is looked for by: one that `tryCode` would find for one of `subjects`, a query of their ids. */
export interface LivingCodeOf {
  purpose: EmailCodePurpose;
  subjects: IdQuery;
  now: number;
}

const living = (subjects: string) => `FROM email_codes
        WHERE purpose = ? AND subject IN (${subjects})
          AND sent_at IS NOT NULL AND ended_at IS NULL AND expires_at > ? AND tries_left > 0
        ORDER BY created_at DESC LIMIT 1`;

/** When such a code expires; no row where there is none. */
export function findLivingCodeOf(db: D1DatabaseSession, { purpose, subjects, now }: LivingCodeOf): D1PreparedStatement {
  return db.prepare(`SELECT expires_at ${living(subjects.query)}`).bind(purpose, ...subjects.values, now);
}

/** The subject that it was mailed for; NULL where there is none. */
export function subjectOfLivingCode({ purpose, subjects, now }: LivingCodeOf): Term {
  return { sql: `(SELECT subject ${living(subjects.query)})`, values: [purpose, ...subjects.values, now] };
}

/** Which code is meant. */
export interface WhichCode {
  purpose: EmailCodePurpose;
  subject: string;
  /** The code's own id, where the caller names one. */
  id?: string;
}

/** Holds while there is such a code, which may still be tried. */
export function emailCodeMayBeTried(world: World, { purpose, subject, id = "" }: WhichCode): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM email_codes WHERE purpose = ? AND subject = ? AND (? = '' OR id = ?)
            AND sent_at IS NOT NULL AND ended_at IS NULL AND expires_at > ? AND tries_left > 0)`,
    values: [purpose, subject, id, id, world.now],
  };
}

/**
 * Judges one try like `tryCode` and spends nothing, while `guard` holds: what a right code allows may be refused yet.
 * No row: there is no living code, or the guard does not hold.
 */
export function judgeCode(
  db: D1DatabaseSession,
  attempt: { purpose: EmailCodePurpose; subject: string; macs: string; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE email_codes SET tries_left = tries_left - 1
        WHERE purpose = ? AND subject = ?
          AND sent_at IS NOT NULL AND ended_at IS NULL AND expires_at > ? AND tries_left > 0 AND ${guard.sql}
        RETURNING tries_left, mac IN (SELECT value FROM json_each(?)) AS is_right`,
    )
    .bind(attempt.purpose, attempt.subject, attempt.now, ...guard.values, attempt.macs);
}

/** Holds while a subject's code that was sent has neither been used nor voided. */
export function codeIsUnspent(purpose: EmailCodePurpose, subject: string): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM email_codes WHERE purpose = ? AND subject = ? AND sent_at IS NOT NULL AND ended_at IS NULL)",
    values: [purpose, subject],
  };
}

/** Ends a subject's codes, used or not. */
export function endCodes(
  db: D1DatabaseSession,
  purpose: EmailCodePurpose,
  subject: string,
  now: number,
): D1PreparedStatement {
  return db
    .prepare("UPDATE email_codes SET ended_at = ? WHERE purpose = ? AND subject = ? AND ended_at IS NULL")
    .bind(now, purpose, subject);
}

/** Makes the account's address a method, once, however often it is confirmed. */
export function insertEmailMethod(db: D1DatabaseSession, id: string, owner: string, now: number): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO email_methods (id, account_id, created_at) VALUES (?, ?, ?)
       ON CONFLICT (account_id) DO UPDATE SET account_id = account_id RETURNING id`,
    )
    .bind(id, owner, now);
}

/** Notes that the address has served as a second factor. */
export function touchEmailMethod(db: D1DatabaseSession, accountId: string, now: number): D1PreparedStatement {
  return db.prepare("UPDATE email_methods SET last_used_at = ? WHERE account_id = ?").bind(now, accountId);
}

/** A statement that gives the e-mail method another name; answers a row if the account has it under this id. */
export function nameEmailMethod(world: World, accountId: string, id: string, name: string): D1PreparedStatement {
  return world.db
    .prepare("UPDATE email_methods SET name = ? WHERE account_id = ? AND id = ? RETURNING id")
    .bind(name, accountId, id);
}

/** A statement that takes the e-mail method away, with an id only where it is that one, while `guard` holds; a row if so. */
export function removeEmailMethod(
  world: World,
  accountId: string,
  id: string | null,
  guard: Guard,
): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM email_methods WHERE account_id = ? AND (? IS NULL OR id = ?) AND ${guard.sql} RETURNING id`)
    .bind(accountId, id, id, ...guard.values);
}

/** Holds while e-mail is a second factor of the account. */
export function emailIsMethod(accountId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM email_methods WHERE account_id = ?)", values: [accountId] };
}

/** Holds while e-mail is no second factor of the account, the one of `butId` aside. */
export function noEmailMethodLeft(accountId: string, butId = ""): Guard {
  return {
    sql: "NOT EXISTS (SELECT 1 FROM email_methods WHERE account_id = ? AND id <> ?)",
    values: [accountId, butId],
  };
}

/**
 * A statement that ends the codes of some purposes that the account or one of its sessions asked for, while `guard`
 * holds. They still count as mails that were sent (promise G4).
 */
export function voidAccountCodes(
  world: World,
  accountId: string,
  purposes: readonly EmailCodePurpose[],
  guard: Guard,
): D1PreparedStatement {
  return world.db
    .prepare(
      `UPDATE email_codes SET ended_at = ?
        WHERE subject IN (SELECT ? UNION ALL SELECT id FROM sessions WHERE account_id = ?)
          AND purpose IN (SELECT value FROM json_each(?)) AND ended_at IS NULL AND ${guard.sql}`,
    )
    .bind(world.now, accountId, accountId, JSON.stringify(purposes), ...guard.values);
}

/** A statement that takes away every code that the account, its sessions, its sign-ins or its resets asked for, while `guard` holds. */
export function voidCodesOf(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `DELETE FROM email_codes
        WHERE subject IN (SELECT ?1 UNION ALL SELECT id FROM sessions WHERE account_id = ?1
                          UNION ALL SELECT id FROM sign_ins WHERE account_id = ?1
                          UNION ALL SELECT id FROM password_resets WHERE account_id = ?1) AND ${guard.sql}`,
    )
    .bind(accountId, ...guard.values);
}

/** Takes away codes that expired before `before`, `limit` at most; answers how many went. */
export async function deleteExpiredCodes(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM email_codes WHERE id IN (SELECT id FROM email_codes WHERE expires_at <= ? LIMIT ?)")
    .bind(before, limit)
    .run();
  return meta.changes;
}

/** A statement that gives the e-mail method back that was set aside, while `guard` holds. */
export function restoreEmailMethod(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(
      `INSERT INTO email_methods (id, account_id, name, created_at, last_used_at)
       SELECT id, account_id, content ->> 'name', content ->> 'created_at', content ->> 'last_used_at'
         FROM set_aside WHERE id = ? AND account_id = ? AND kind = 'email' AND ${guard.sql}
       ON CONFLICT (account_id) DO NOTHING`,
    )
    .bind(id, accountId, ...guard.values);
}
