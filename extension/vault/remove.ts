import { type Change, changeContent } from "./change.ts";
import type { VaultPlace } from "./place.ts";

/** Puts an account into the bin, where it stays for a while with its key; nothing happens where it is not in the list. */
export async function removeFromVault(place: VaultPlace, now: Date, id: string): Promise<Change> {
  return await removeManyFromVault(place, now, new Set([id]));
}

/** The same for several in one write: all of those that are in the list, or none. */
export async function removeManyFromVault(place: VaultPlace, now: Date, ids: ReadonlySet<string>): Promise<Change> {
  return await changeContent(place, now, (content) => {
    const removed = content.entries.filter(({ id }) => ids.has(id));
    if (removed.length === 0) return content;
    const removedAt = now.toISOString();
    return {
      ...content,
      entries: content.entries.filter((entry) => !removed.includes(entry)),
      bin: [...(content.bin ?? []), ...removed.map((entry) => ({ entry, removedAt }))],
    };
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
