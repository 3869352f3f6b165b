import type { RefusedRow } from "../../shared/contract/user-import.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import type { World } from "../world.ts";
import { readImport } from "./read.ts";
import { findRefused } from "./store.ts";

/** Rows that are read from the database at a time. */
const pageRows = 2000;

/** Every refused row of an import, in order, as lines of JSON; read as fast as they are taken. */
export async function reportRefused(
  world: World,
  operator: CurrentOperator,
  importId: string,
): Promise<Outcome<ReadableStream<Uint8Array>, "not_found">> {
  const found = await readImport(world, operator, importId, "import_refused_read");
  if (!found.ok) return found;
  const encoder = new TextEncoder();
  let after = 0;
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      const rows = await findRefused(world.db, importId, after, pageRows);
      after = rows.at(-1)?.row ?? after;
      const lines = rows.map(
        ({ row, reason, field }): RefusedRow => ({ row, reason, ...(field !== null && { field }) }),
      );
      if (lines.length > 0)
        controller.enqueue(encoder.encode(lines.map((line) => `${JSON.stringify(line)}\n`).join("")));
      if (rows.length < pageRows) controller.close();
    },
  });
  return ok(stream);
}
