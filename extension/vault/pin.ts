import { type Change, changeVault } from "./change.ts";
import type { VaultPlace } from "./place.ts";

/** Keeps an account above the others, or no longer. Nothing happens where it is no longer there, or is so already. */
export async function pinInVault(place: VaultPlace, now: Date, id: string, isPinned: boolean): Promise<Change> {
  return await changeVault(place, now, (entries) => {
    const index = entries.findIndex((entry) => entry.id === id);
    const entry = entries[index];
    if (!entry || (entry.pinned ?? false) === isPinned) return entries;
    const { pinned: _, ...rest } = entry;
    return entries.with(index, isPinned ? { ...rest, pinned: true } : rest);
  });
}
