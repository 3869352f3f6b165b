import type { D1DatabaseSession } from "@cloudflare/workers-types";

/** Asks the database for nothing but an answer; rejects where it gives none. */
export async function touchDatabase(db: D1DatabaseSession): Promise<void> {
  await db.prepare("SELECT 1").first();
}
