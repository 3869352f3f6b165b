import { type Change, changeContent } from "./change.ts";
import { findDuplicate } from "./duplicate.ts";
import type { VaultPlace } from "./place.ts";

/**
 * Puts an account from the bin back into the list, at its end; nothing happens where it is not there any more. Where the
 * list has its key again in the meantime, that account stays the only one, with whatever the one from the bin adds to it.
 */
export async function putBack(place: VaultPlace, now: Date, id: string): Promise<Change> {
  return await changeContent(place, now, (content) => {
    const binned = content.bin?.find(({ entry }) => entry.id === id);
    if (!binned) return content;
    const found = findDuplicate(content.entries, binned.entry.key);
    const entries =
      found?.kind === "same_key"
        ? content.entries.map((each) => (each === found.entry ? { ...binned.entry, ...each } : each))
        : [...content.entries, binned.entry];
    return { ...content, entries, bin: content.bin?.filter((each) => each !== binned) };
  });
}
