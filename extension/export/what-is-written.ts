import type { VaultEntry } from "../vault/entry.ts";
import { type Program, sortByFit } from "./fits.ts";

/** What of a vault an export has in it. */
export interface Written {
  fitting: VaultEntry[];
  /** The names of those that the program would make wrong codes of. */
  leftOut: string[];
  /** Whether it has every code of the vault, as a backup must. */
  isWhole: boolean;
}

/** What is written of all `entries` of a vault: those with these ids, or all, that the program makes the same codes of. */
export function whatIsWritten(
  entries: readonly VaultEntry[],
  program: Program | undefined,
  ids?: readonly string[],
): Written {
  const asked = ids ? entries.filter(({ id }) => ids.includes(id)) : entries;
  const sorted = sortByFit(program, asked);
  return { ...sorted, isWhole: sorted.fitting.length === entries.length };
}
