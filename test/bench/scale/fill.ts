import { statSync } from "node:fs";
import { freemem } from "node:os";
import { DatabaseSync } from "node:sqlite";
import { browserKey } from "../../../worker/activity/rules.ts";
import { fillings, userAgents } from "./filling.ts";

/** What a database was filled with. */
export interface Filled {
  accounts: number;
  /** Rows by table. */
  rows: Record<string, number>;
  megabytes: number;
  seconds: number;
}

/** Rows between two words of progress. */
const chunk = 250_000;

/**
 * Fills a database that the runtime has made, and that it does not have open, as the worker would have over the years:
 * index pages are split by rows that come in no order. `hash` is that of everybody's password.
 */
export function fillDatabase(
  file: string,
  { accounts, hash }: { accounts: number; hash: string },
  progress: (text: string) => void,
): Filled {
  const began = performance.now();
  const db = new DatabaseSync(file, { enableForeignKeyConstraints: false });
  prepare(db);
  // As whole numbers: a number of JavaScript is bound as one with a fraction.
  const values = { accounts: BigInt(accounts), hash, now: BigInt(Date.now()) };
  const rows = fillings.map(({ table, rows, sql }) => {
    const statement = db.prepare(sql);
    statement.setAllowUnknownNamedParameters(true);
    const all = rows(accounts);
    let added = 0;
    // One transaction a table: each page is written once, however often a row falls on it.
    db.exec("BEGIN");
    for (let from = 0; from < all; from += chunk) {
      const to = Math.min(all, from + chunk);
      added += Number(statement.run({ ...values, from: BigInt(from), to: BigInt(to) }).changes);
      progress(`${table}: ${Math.floor((100 * to) / all)} %`);
    }
    db.exec("COMMIT");
    return [table, added] as const;
  });
  // As the runtime had it.
  db.exec("PRAGMA journal_mode = WAL");
  db.close();
  const seconds = (performance.now() - began) / 1000;
  return { accounts, rows: Object.fromEntries(rows), megabytes: megabytesOf(file), seconds };
}

function prepare(db: DatabaseSync): void {
  // What is half filled is thrown away, so nothing has to be safe; half of the free memory keeps the index pages at hand.
  db.exec(`PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;
           PRAGMA cache_size = -${Math.floor(freemem() / 2 / 1024)};
           CREATE TEMP TABLE agents (kind INTEGER PRIMARY KEY, user_agent TEXT, browser TEXT)`);
  const insert = db.prepare("INSERT INTO temp.agents VALUES (?, ?, ?)");
  for (const [kind, userAgent] of userAgents.entries()) insert.run(kind, userAgent, browserKey(userAgent));
}

/** The size of a file, in units of a million bytes. */
export function megabytesOf(file: string): number {
  return statSync(file).size / 1_000_000;
}
