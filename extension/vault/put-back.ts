import { type Change, changeContent } from "./change.ts";
import { findDuplicate } from "./duplicate.ts";
import type { VaultContent, VaultEntry } from "./entry.ts";
import type { VaultPlace } from "./place.ts";

/**
 * Puts an account from the bin back into the list, at its end; nothing happens where it is not there any more. Where the
 * list has its key again in the meantime, that account stays the only one, with whatever the one from the bin adds to it.
 */
export async function putBack(place: VaultPlace, now: Date, id: string): Promise<Change> {
  return await changeContent(place, now, (content) => withBack(content, id));
}

/**
 * Takes a removal back: puts back what is in the bin of `order`, which is the ids of the list as it was before, and to where
 * it was. What was added since stays at the end.
 */
export async function undoRemoval(place: VaultPlace, now: Date, order: readonly string[]): Promise<Change> {
  const places = new Map(order.map((id, index) => [id, index]));
  const placeOf = ({ id }: VaultEntry) => places.get(id) ?? order.length;
  return await changeContent(place, now, (content) => {
    const back = order.reduce(withBack, content);
    if (back === content) return content;
    return { ...back, entries: back.entries.toSorted((one, other) => placeOf(one) - placeOf(other)) };
  });
}

function withBack(content: VaultContent, id: string): VaultContent {
  const binned = content.bin?.find(({ entry }) => entry.id === id);
  if (!binned) return content;
  const found = findDuplicate(content.entries, binned.entry.key);
  const entries =
    found?.kind === "same_key"
      ? content.entries.map((each) => (each === found.entry ? { ...binned.entry, ...each } : each))
      : [...content.entries, binned.entry];
  return { ...content, entries, bin: content.bin?.filter((each) => each !== binned) };
}
