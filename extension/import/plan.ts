import { indexDuplicates } from "../vault/duplicate.ts";
import type { VaultEntry } from "../vault/entry.ts";
import type { ExportParts, Imported, ImportedEntry, RefusedEntry } from "./result.ts";

/** What would happen to each entry of the files; each is in one of the three. */
export interface ImportPlan {
  toAdd: ImportedEntry[];
  /** Accounts that are in the vault already, or in the files twice. */
  already: ImportedEntry[];
  refused: RefusedEntry[];
  withoutCodes: number;
  /** Exports over several QR codes of which parts are still missing, with the parts that are here. */
  unfinished: ExportParts[];
}

/** What adding the content of files to a vault would do. */
export function planImport(entries: readonly VaultEntry[], files: readonly Imported[]): ImportPlan {
  const index = indexDuplicates(entries);
  const plan: ImportPlan = { toAdd: [], already: [], refused: [], withoutCodes: 0, unfinished: unfinishedOf(files) };
  for (const file of files) {
    plan.refused.push(...file.refused);
    plan.withoutCodes += file.withoutCodes;
    for (const entry of file.entries) {
      const isThere = index.find(entry.key)?.kind === "same_key";
      (isThere ? plan.already : plan.toAdd).push(entry);
      if (!isThere) index.add({ ...entry, id: "", addedAt: "" });
    }
  }
  return plan;
}

/** The parts of one export may be in several files. */
function unfinishedOf(files: readonly Imported[]): ExportParts[] {
  const exports = Map.groupBy(
    files.flatMap(({ parts = [] }) => parts),
    (parts) => parts.export,
  );
  return [...exports]
    .map(([id, parts]) => ({
      export: id,
      have: [...new Set(parts.flatMap(({ have }) => have))].sort((one, other) => one - other),
      of: Math.max(...parts.map(({ of }) => of)),
    }))
    .filter(({ have, of }) => have.length < of);
}
