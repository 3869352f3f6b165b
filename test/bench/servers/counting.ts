import { AsyncLocalStorage } from "node:async_hooks";
import type { D1Database, D1PreparedStatement, D1Result } from "@cloudflare/workers-types";

/** What one request asked of its database before it was answered. */
export interface DatabaseUse {
  roundTrips: number;
  statements: number;
  rowsRead: number;
  rowsWritten: number;
  /** Milliseconds inside SQLite, statement by statement rounded to whole ones: only a mean of many says something. */
  sqlMs: number;
}

/** What a request asked that asked nothing. */
export const noUse: DatabaseUse = { roundTrips: 0, statements: 0, rowsRead: 0, rowsWritten: 0, sqlMs: 0 };

/** The header of an answer that holds its `DatabaseUse`, as JSON. */
export const useHeader = "Bench-Database-Use";

const requests = new AsyncLocalStorage<DatabaseUse>();

/** Answers, and says in a header of the answer what was asked of databases by `countedDatabase` until then. */
export async function counting(answer: () => Response | Promise<Response>): Promise<Response> {
  const use = { ...noUse };
  const answered = await requests.run(use, answer);
  const response = new Response(answered.body, answered);
  response.headers.set(useHeader, JSON.stringify(use));
  return response;
}

/** The database, with all that is asked of it counted for the request that asks. */
export function countedDatabase(database: D1Database): D1Database {
  return new Proxy(counted(database), {
    get: (target, name) =>
      name === "withSession"
        ? (bookmark: string) => counted(database.withSession(bookmark))
        : Reflect.get(target, name),
  });
}

function counted<Target extends Pick<D1Database, "prepare" | "batch">>(target: Target): Target {
  return new Proxy(target, {
    get: (_, name) => {
      if (name === "prepare") return (sql: string) => countedStatement(target.prepare(sql));
      if (name === "batch") {
        return async (statements: D1PreparedStatement[]) =>
          note(await target.batch(statements.map((each) => originals.get(each) ?? each)));
      }
      const member: unknown = Reflect.get(target, name);
      return typeof member === "function" ? member.bind(target) : member;
    },
  });
}

function countedStatement(statement: D1PreparedStatement): D1PreparedStatement {
  const all = async () => note([await statement.all()])[0] as D1Result<Record<string, unknown>>;
  const counted = new Proxy(statement, {
    get: (target, name) => {
      if (name === "bind") return (...values: unknown[]) => countedStatement(target.bind(...values));
      if (name === "all" || name === "run") return all;
      // What was read is told by `all` alone; the statement and its round trip are the same.
      if (name === "first") {
        return async (column?: string) => {
          const row = (await all()).results[0];
          return (column === undefined ? row : row?.[column]) ?? null;
        };
      }
      if (!(name in target)) return undefined;
      throw new Error(`${String(name)} of a statement is not counted yet`);
    },
  });
  originals.set(counted, statement);
  return counted;
}

function note<Results extends D1Result[]>(results: Results): Results {
  const use = requests.getStore();
  if (!use) return results;
  use.roundTrips++;
  use.statements += results.length;
  for (const { meta } of results) {
    use.rowsRead += meta.rows_read;
    use.rowsWritten += meta.rows_written;
    use.sqlMs += meta.duration;
  }
  return results;
}

// D1 takes only its own statements into a batch.
const originals = new WeakMap<D1PreparedStatement, D1PreparedStatement>();
