import { rowsAtOnce } from "../../../worker/clean-up.ts";
import type { Database } from "../servers/start.ts";

const day = 24 * 60 * 60_000;
const id = "lower(hex(randomblob(11)))";
const numbers =
  "WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < ?1), a AS (SELECT id FROM accounts LIMIT 1)";

/** Adds as many rows that the cron trigger is to take away as one run takes, of each kind that comes with a sign-in. */
export async function insertDueRows(database: Database, now: number): Promise<void> {
  const insert = (sql: string) => database.prepare(`${numbers} ${sql}`).bind(rowsAtOnce, now);
  await database.batch([
    insert(`INSERT INTO events (id, account_id, type, at, ip, user_agent, detail, browser, network)
            SELECT ${id}, a.id, 'sign_in', ?2 - ${366 * day} + n, '', '', '{}', '', '' FROM numbers, a`),
    insert(`INSERT INTO sessions (id, token_hash, account_id, aal, amr, created_at, last_used_at, expires_at, authenticated_at)
            SELECT ${id}, ${id}, a.id, 1, 'pwd', ?2 - ${91 * day}, ?2 - ${91 * day}, ?2 - ${day}, ?2 - ${91 * day} FROM numbers, a`),
    insert(`INSERT INTO sign_ins (id, account_id, tries_left, created_at, expires_at)
            SELECT ${id}, a.id, 10, ?2 - ${day}, ?2 - ${day} FROM numbers, a`),
    insert(`INSERT INTO email_codes (id, purpose, subject, mac, tries_left, created_at, expires_at)
            SELECT ${id}, 'sign-in', ${id}, ${id}, 5, ?2 - ${2 * day}, ?2 - ${2 * day} FROM numbers`),
    insert(`INSERT INTO throttles (key, failures, blocked_until, updated_at, forgotten_at)
            SELECT ${id}, 1, 0, ?2 - ${day}, ?2 - ${day} FROM numbers`),
  ]);
}
