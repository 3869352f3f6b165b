import type { VaultContent } from "./entry.ts";

/** Days that a removed account can be put back for. */
export const binDays = 30;

const dayMs = 86_400_000;

/** When an account that was removed at `removedAt` (RFC 3339) leaves the bin, in milliseconds since 1970. */
export function leavesBinAt(removedAt: string): number {
  return Date.parse(removedAt) + binDays * dayMs;
}

/** The content without what has been in the bin for its time; the same object where nothing has. */
export function withoutExpired(content: VaultContent, now: Date): VaultContent {
  const bin = content.bin?.filter(({ removedAt }) => !(leavesBinAt(removedAt) <= now.getTime()));
  return bin?.length === content.bin?.length ? content : { ...content, bin };
}

/**
 * Whether a change would leave no account in the list and lose some of those that were there, other than the one that
 * the person removes: nothing empty ever overwrites something full (promise E3).
 */
export function isEmptied(old: VaultContent, next: VaultContent, removing?: string): boolean {
  const ids = ({ entries, bin = [] }: VaultContent) =>
    [...entries, ...bin.map(({ entry }) => entry)].map(({ id }) => id);
  const kept = new Set(ids(next));
  return next.entries.length === 0 && ids(old).some((id) => id !== removing && !kept.has(id));
}
