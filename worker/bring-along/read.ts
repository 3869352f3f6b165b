import type { ImportProgress } from "../../shared/contract/bring-along.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { findImport, type ImportRow } from "./store.ts";

/** How far an import has come. */
export async function readImport(world: World, id: string): Promise<Outcome<ImportProgress, "not_found">> {
  const row = await findImport(world.db, id).first<ImportRow>();
  return row ? ok(progressOf(row)) : fail("not_found");
}

/** The progress that a row says. */
export function progressOf(row: ImportRow): ImportProgress {
  return {
    id: row.id,
    createdAt: new Date(row.created_at).toISOString(),
    emailsVerified: row.emails_verified === 1,
    rows: row.rows_judged,
    added: row.rows_added,
    refused: row.rows_judged - row.rows_added,
  };
}
