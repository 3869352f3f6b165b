import { type Change, changeVault } from "./change.ts";
import type { VaultPlace } from "./place.ts";

/** Takes an account and its key out of the vault; the copy from before still has it until the next change. */
export async function removeFromVault(place: VaultPlace, now: Date, id: string): Promise<Change> {
  return await changeVault(place, now, (entries) =>
    entries.some((entry) => entry.id === id) ? entries.filter((entry) => entry.id !== id) : entries,
  );
}
