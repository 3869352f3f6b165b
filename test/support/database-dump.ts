import { env } from "cloudflare:test";
import type { D1Database } from "@cloudflare/workers-types";

const db: D1Database = env.DB;

/** Every row of the database, as JSON by its table; without what only counts, or writes down that somebody asked. */
export async function databaseDump(): Promise<Record<string, string[]>> {
  const { results: tables } = await db
    .prepare(
      "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT GLOB '*_cf_*' AND name NOT GLOB 'sqlite_*'",
    )
    .all<{ name: string }>();
  const kept = tables
    .map(({ name }) => name)
    .filter((name) => !["d1_migrations", "operator_calls", "throttles"].includes(name));
  const dumps = await db.batch<Record<string, unknown>>(kept.map((name) => db.prepare(`SELECT * FROM ${name}`)));
  return Object.fromEntries(
    kept.map((name, at) => [
      name,
      (dumps[at]?.results ?? [])
        .map((row) => JSON.stringify({ ...row, ...(name === "operators" && { last_used_at: null }) }))
        .sort(),
    ]),
  );
}

/** What two dumps differ in, as `table: row`; the tables of `but` aside. */
export function differences(
  before: Record<string, string[]>,
  after: Record<string, string[]>,
  but: readonly string[] = [],
): string[] {
  return Object.keys(after)
    .filter((table) => !but.includes(table))
    .flatMap((table) => {
      const was = new Set(before[table]);
      const is = new Set(after[table]);
      const gone = [...was].filter((row) => !is.has(row)).map((row) => `${table}: - ${row}`);
      const added = [...is].filter((row) => !was.has(row)).map((row) => `${table}: + ${row}`);
      return [...gone, ...added];
    });
}
