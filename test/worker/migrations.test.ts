import { env } from "cloudflare:test";
import type { D1Database } from "@cloudflare/workers-types";
import { describe, expect, it } from "vitest";
import { scansIn, shortScans, statementsSoFar } from "../support/statements.ts";

const db: D1Database = env.DB;
const stores = import.meta.glob<Record<string, unknown>>("../../worker/**/store.ts", { eager: true });
const sources = import.meta.glob<string>("../../worker/**/store.ts", { query: "?raw", import: "default", eager: true });

/** Arguments that are a part of a column's name. */
const spoken: Record<string, unknown[]> = {
  setAddress: [anything(), "new"],
  insertSetAside: ["passkey", anything(), anything(), anything()],
};

const ownRows = "SELECT 1 FROM passkeys t LEFT JOIN bindings b ON b.account_id = t.account_id WHERE t.account_id = ?";

/** Conditions on the rows of a statement that others make, with what they are called with and such a statement. */
const onRows: Record<string, { with: unknown[]; of: string }> = {
  addedIn: { with: ["passkey", { since: 1, sessionId: "s", reachesBack: 1 }], of: ownRows },
  idIs: { with: ["id"], of: ownRows },
  isSetAside: { with: ["account"], of: "SELECT 1 FROM passkeys WHERE account_id = ?" },
};

/** Whatever it is taken for: a row, a list, a number, a condition that always holds. */
function anything(own: Record<string | symbol, unknown> = {}): unknown {
  const is: Record<string | symbol, unknown> = {
    [Symbol.toPrimitive]: () => "1",
    [Symbol.iterator]: () => [].values(),
    ...own,
  };
  // What a promise has, and what JSON asks for first.
  const isNot = ["then", "toJSON"];
  return new Proxy(() => {}, {
    apply: () => anything(),
    get: (_, name) => (isNot.includes(String(name)) ? undefined : (is[name] ?? anything())),
  });
}

/** Calls every function of every store with a database that only prepares; answers the conditions that some make. */
async function callEveryStore(): Promise<string[]> {
  const session = db.withSession("first-primary");
  const prepare = (sql: string) => {
    session.prepare(sql);
    return anything();
  };
  // A database, and a world that has it.
  const onlyPrepares = anything({ prepare, db: anything({ prepare }) });
  const conditions: string[] = [];
  for (const [name, member] of Object.values(stores).flatMap((store) => Object.entries(store))) {
    if (typeof member !== "function") continue;
    const rows = onRows[name];
    const given = rows?.with ?? [onlyPrepares, ...(spoken[name] ?? []), ...Array.from({ length: 6 }, () => anything())];
    const answer = await member(...given);
    if (typeof answer?.sql !== "string") continue;
    conditions.push(rows ? `${rows.of} AND ${answer.sql}` : `SELECT ${answer.sql}`);
  }
  return conditions;
}

/** What stands in a file as SQL, as a pattern of the statements that it becomes a part of. */
function piecesOf(text: string): RegExp[] {
  const value = /\$\{(?:[^{}]|\{[^{}]*\})*\}/;
  return [...text.matchAll(/(?:\.prepare\(|\bsql:)\s*([`"])([\s\S]*?)\1/g)].map(([, , sql = ""]) => {
    const known = sql.split(value).map((part) => part.trim().replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(known.map((part) => part.replace(/\s+/g, "\\s+")).join("[\\s\\S]*"));
  });
}

describe("has an index for", () => {
  it("every statement of every store, whatever it is called with", async () => {
    const conditions = await callEveryStore();
    const all = [...statementsSoFar, ...conditions];
    const unseen = Object.entries(sources).flatMap(([path, text]) => {
      const pieces = piecesOf(text);
      expect(pieces.length, path).toBe(text.match(/\.prepare\(|\bsql: /g)?.length ?? 0);
      return pieces.filter((piece) => !all.some((sql) => piece.test(sql))).map((piece) => `${path}: ${piece.source}`);
    });
    expect(unseen, "Nothing here prepares these: call what does with what it needs, in `spoken`.").toEqual([]);
    expect(await scansIn(all)).toEqual([]);
    const needless = shortScans.filter((scan) => !all.some((sql) => sql.includes(scan.statement)));
    expect(needless, "No statement is like this any more.").toEqual([]);
  });

  it("every row that goes or stays with another", async () => {
    const ours = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'";
    const { results: tables } = await db.prepare(ours).all();
    const lists = await db.batch<{ from: string }>(
      tables.map(({ name }) => db.prepare(`PRAGMA foreign_key_list(${name})`)),
    );
    const searches = lists.flatMap(({ results }, at) =>
      results.map(({ from }) => `SELECT 1 FROM ${tables[at]?.name} WHERE ${from} = ?`),
    );
    expect(searches.length).toBeGreaterThan(20);
    expect(await scansIn(searches)).toEqual([]);
  });

  it("nothing that goes through a table, and so says that it does", async () => {
    const scans = async (sql: string) => (await scansIn([sql])).length;
    expect(await scans("SELECT id FROM accounts WHERE email = ?")).toBe(1);
    expect(await scans("DELETE FROM sessions WHERE ip = ?")).toBe(1);
    expect(await scans("SELECT 1 FROM accounts a JOIN events e ON e.user_agent = a.email WHERE a.id = ?")).toBe(1);
    expect(await scans("SELECT value FROM json_each(?) WHERE EXISTS (SELECT 1 FROM outbox WHERE text = value)")).toBe(
      1,
    );
    expect(await scans("WITH n AS (SELECT id FROM accounts WHERE id = ? LIMIT 1) SELECT 1 FROM n")).toBe(0);
  });
});
