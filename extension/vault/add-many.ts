import { type Change, changeVault } from "./change.ts";
import { indexDuplicates } from "./duplicate.ts";
import type { VaultEntry } from "./entry.ts";
import type { VaultPlace } from "./place.ts";

/** An account to be added with others; one that was kept before knows when it was added. */
export type Addition = Omit<VaultEntry, "addedAt"> & Partial<Pick<VaultEntry, "addedAt">>;

/**
 * Adds accounts in one change, all or none. One that makes the same codes as an account that is there, or as an earlier
 * one of these, is left out: nothing is ever doubled, whatever another window added in the meantime.
 */
export async function addManyToVault(place: VaultPlace, now: Date, additions: readonly Addition[]): Promise<Change> {
  return await changeVault(place, now, (entries) => {
    const index = indexDuplicates(entries);
    const added: VaultEntry[] = [];
    for (const addition of additions) {
      if (index.find(addition.key)?.kind === "same_key") continue;
      const entry: VaultEntry = { ...addition, addedAt: addition.addedAt ?? now.toISOString() };
      index.add(entry);
      added.push(entry);
    }
    return added.length === 0 ? entries : [...entries, ...added];
  });
}
