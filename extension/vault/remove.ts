import { type Change, changeContent } from "./change.ts";
import type { VaultPlace } from "./place.ts";

/** Puts an account into the bin, where it stays for a while with its key; nothing happens where it is not in the list. */
export async function removeFromVault(place: VaultPlace, now: Date, id: string): Promise<Change> {
  return await changeContent(place, now, (content) => {
    const entry = content.entries.find((each) => each.id === id);
    if (!entry) return content;
    const entries = content.entries.filter((each) => each !== entry);
    return { ...content, entries, bin: [...(content.bin ?? []), { entry, removedAt: now.toISOString() }] };
  });
}

/**
 * Takes an account and its key out for good, from the list or the bin; the copy from before still has it until the next
 * change.
 */
export async function removeForGood(place: VaultPlace, now: Date, id: string): Promise<Change> {
  return await changeContent(
    place,
    now,
    (content) => {
      const entries = content.entries.filter((each) => each.id !== id);
      const bin = content.bin?.filter(({ entry }) => entry.id !== id);
      const isThere = entries.length < content.entries.length || bin?.length !== content.bin?.length;
      return isThere ? { ...content, entries, bin } : content;
    },
    id,
  );
}
