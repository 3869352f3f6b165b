import { entryLimits } from "./entry.ts";

/** The tags that somebody typed with commas between them: each once, whatever its case, and within bounds. */
export function typedTags(typed: string): string[] {
  const tags = new Map<string, string>();
  for (const tag of typed.split(",").map((each) => each.trim().slice(0, entryLimits.tag))) {
    if (tag !== "" && !tags.has(tag.toLowerCase())) tags.set(tag.toLowerCase(), tag);
  }
  return [...tags.values()].slice(0, entryLimits.tags);
}

/** A code's tags with some added and some taken away; a tag differs from another by more than its case. */
export function withTags(tags: readonly string[], added: readonly string[], removed: ReadonlySet<string>): string[] {
  const kept = tags.filter((tag) => !removed.has(tag));
  const has = (tag: string) => kept.some((each) => each.toLowerCase() === tag.toLowerCase());
  return [...kept, ...added.filter((tag) => !has(tag))].slice(0, entryLimits.tags);
}
