import { type Change, changeVault } from "./change.ts";
import type { Names } from "./entry.ts";
import type { VaultPlace } from "./place.ts";

/** Calls an account by other names; its key stays as it came. Nothing happens where it is no longer there. */
export async function renameInVault(place: VaultPlace, now: Date, id: string, names: Names): Promise<Change> {
  return await changeVault(place, now, (entries) =>
    entries.some((entry) => entry.id === id)
      ? entries.map((entry) => (entry.id === id ? { ...entry, names } : entry))
      : entries,
  );
}
