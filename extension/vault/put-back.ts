import { type Change, changeContent } from "./change.ts";
import type { VaultPlace } from "./place.ts";

/** Puts an account from the bin back into the list, at its end; nothing happens where it is not there any more. */
export async function putBack(place: VaultPlace, now: Date, id: string): Promise<Change> {
  return await changeContent(place, now, (content) => {
    const binned = content.bin?.find(({ entry }) => entry.id === id);
    if (!binned) return content;
    return {
      ...content,
      entries: [...content.entries, binned.entry],
      bin: content.bin?.filter((each) => each !== binned),
    };
  });
}
