import { env } from "cloudflare:test";
import { onTestFinished } from "vitest";
import type { SecurityNewsKind } from "../../shared/locales/en/security-mail.ts";
import { countArgon2Runs } from "./counting-argon2.ts";
import { databaseDump, differences } from "./database-dump.ts";
import type { TestAnswer } from "./service.ts";

/** Takes every place in a table until the test is over: whatever a request would count there is refused. */
export async function fillCounts(table: "throttles" | "email_codes" | "mailed_links"): Promise<void> {
  await env.DB.exec(`CREATE TRIGGER full_${table} BEFORE INSERT ON ${table} BEGIN SELECT RAISE(IGNORE); END`);
  onTestFinished(async () => void (await env.DB.exec(`DROP TRIGGER full_${table}`)));
}

/** Writes down ten changes of a kind that an account is supposed to have had today. */
export async function fillChanges(accountId: string, kind: SecurityNewsKind, now: number): Promise<void> {
  const insert = env.DB.prepare(
    `INSERT INTO outbox (id, account_id, recipient, mailbox, kind, subject, text, html, created_at, next_try_at, sent_at)
     VALUES (?, ?, '', '', ?, '', '', '', ?, ?, ?)`,
  );
  const rows = Array.from({ length: 10 }, () => insert.bind(crypto.randomUUID(), accountId, kind, now, now, now));
  await env.DB.batch(rows);
}

/** What a request cost. */
export interface Cost {
  answer: TestAnswer;
  hashes: number;
  mails: number;
  /** To another service than Latchkey and its database. */
  requests: number;
  /** Rows that are there, gone or other than before, in whatever table that does not only count. */
  rows: string[];
}

/** Counts what a request does. Nothing else may be under way. */
export async function costOf(send: () => Promise<TestAnswer>): Promise<Cost> {
  const mails = async () => (await env.MAILBOX.list()).keys.length;
  const [dump, mailed] = [await databaseDump(), await mails()];
  const outside = countRequests();
  const runs = countArgon2Runs();
  const answer = await send();
  const [hashes, requests] = [runs.stop(), outside.stop()];
  return {
    answer,
    hashes,
    requests,
    mails: (await mails()) - mailed,
    rows: differences(dump, await databaseDump()),
  };
}

function countRequests(): { stop(): number } {
  const { fetch } = globalThis;
  let count = 0;
  globalThis.fetch = (...words: Parameters<typeof fetch>) => {
    count++;
    return fetch(...words);
  };
  return {
    stop() {
      globalThis.fetch = fetch;
      return count;
    },
  };
}
