import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { importLimits } from "./limits.ts";
import type { FormatId, Imported, ImportedEntry, ImportFailure, ReadKey, RefusedEntry } from "./result.ts";

/** One entry of a file, read: what it is called there, and its key or why there is none. */
export interface ReadEntry extends Omit<ImportedEntry, "key"> {
  name?: string;
  key: ReadKey;
}

/** Nothing that makes codes, such as a login without a second step. */
export const withoutCode = Symbol("without code");

/**
 * Reads every item of a file with `read`: good entries, refused ones with their names and why, and a count of those
 * without codes. More items than any real export has are refused as a whole.
 */
export function collect<Item>(
  format: FormatId,
  items: readonly Item[],
  read: (item: Item, index: number) => ReadEntry | typeof withoutCode,
): Outcome<Imported, ImportFailure> {
  if (items.length > importLimits.items) return fail("too_large");
  const imported: Imported = { format, entries: [], refused: [], withoutCodes: 0 };
  for (const [index, item] of items.entries()) {
    const entry = read(item, index);
    if (entry === withoutCode) {
      imported.withoutCodes++;
      continue;
    }
    const { name, key, ...more } = entry;
    if (key.ok) imported.entries.push({ key: key.value, ...more });
    else imported.refused.push(refusedAs(name?.trim() || key.details.label || `#${index + 1}`, key));
  }
  return ok(imported);
}

/** A refused entry, by a name that is short enough to be listed. */
export function refusedAs(name: string, { code, details }: Extract<ReadKey, { ok: false }>): RefusedEntry {
  const { character } = details;
  return { name: name.slice(0, 128), why: code, ...(character === undefined ? {} : { character }) };
}

/** What a person recognises an entry by. */
export function nameOfParts(issuer: unknown, account: unknown): string {
  return [issuer, account].filter((part) => typeof part === "string" && part.trim() !== "").join(" · ");
}
