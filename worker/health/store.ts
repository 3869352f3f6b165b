import type { D1DatabaseSession } from "@cloudflare/workers-types";

/** The first of some migrations that was not applied, by the table that `wrangler d1 migrations` keeps; null where all were. */
export async function firstMissing(db: D1DatabaseSession, migrations: readonly string[]): Promise<string | null> {
  const statement = db.prepare(
    `SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM d1_migrations WHERE name = value) ORDER BY key LIMIT 1`,
  );
  try {
    return await statement.bind(JSON.stringify(migrations)).first<string>("value");
  } catch (error) {
    // An empty database has no table of them either.
    if (error instanceof Error && error.message.includes("no such table: d1_migrations")) return migrations[0] ?? null;
    throw error;
  }
}
