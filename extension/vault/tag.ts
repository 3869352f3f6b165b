import { type Change, changeVault } from "./change.ts";
import { entryLimits } from "./entry.ts";
import type { VaultPlace } from "./place.ts";

/** Sorts an account under these tags and no others. Nothing happens where it is no longer there. */
export async function tagInVault(place: VaultPlace, now: Date, id: string, tags: readonly string[]): Promise<Change> {
  return await changeVault(place, now, (entries) => {
    const index = entries.findIndex((entry) => entry.id === id);
    const entry = entries[index];
    if (!entry || JSON.stringify(entry.tags ?? []) === JSON.stringify(tags)) return entries;
    const { tags: _, ...rest } = entry;
    return entries.with(index, tags.length > 0 ? { ...rest, tags: [...tags] } : rest);
  });
}

/** The tags that somebody typed with commas between them: each once, whatever its case, and within bounds. */
export function typedTags(typed: string): string[] {
  const tags = new Map<string, string>();
  for (const tag of typed.split(",").map((each) => each.trim().slice(0, entryLimits.tag))) {
    if (tag !== "" && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()].slice(0, entryLimits.tags);
}
