import type { ImportProgress } from "../../shared/contract/user-import.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { known } from "../guard.ts";
import { readForOperator } from "../operator/log.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import type { World } from "../world.ts";
import { findImport, type ImportRow, importExists } from "./store.ts";

/** How far an import has come; `did` is what the log says of who asks. */
export async function readImport(
  world: World,
  operator: CurrentOperator,
  id: string,
  did = "import_read",
): Promise<Outcome<ImportProgress, "not_found">> {
  const done = { did, targetId: known(id) };
  const [row] = await readForOperator<ImportRow>(world, operator, done, findImport(world.db, id), importExists(id));
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
