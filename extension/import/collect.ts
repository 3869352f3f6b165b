import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { importLimits } from "./limits.ts";
import type { FormatId, Imported, ImportedEntry, ImportFailure, RefusalReason } from "./result.ts";

/** One entry of a file, read: what it is called there, and its key or why there is none. */
export interface ReadEntry extends Omit<ImportedEntry, "key"> {
  name?: string;
  key: Outcome<OtpKey, RefusalReason>;
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
    else imported.refused.push({ name: name?.trim().slice(0, 128) || `#${index + 1}`, why: key.code });
  }
  return ok(imported);
}

/** What a person recognises an entry by. */
export function nameOfParts(issuer: unknown, account: unknown): string {
  return [issuer, account].filter((part) => typeof part === "string" && part.trim() !== "").join(" · ");
}
