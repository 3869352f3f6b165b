import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { indexDuplicates } from "./duplicate.ts";
import type { BinnedEntry, VaultContent, VaultEntry } from "./entry.ts";

/**
 * All of two vaults in one, those of `now` first. An account that both have stays the one of `now`, with what the other
 * adds to it, and a counter that never goes back.
 */
export function mergedContent(now: VaultContent, other: VaultContent): VaultContent {
  const entries = [...now.entries];
  const index = indexDuplicates(entries);
  for (const entry of other.entries) {
    const found = index.find(entry.key);
    if (found?.kind === "same_key") {
      const at = entries.findIndex(({ id }) => id === found.entry.id);
      entries[at] = joined(entries[at] ?? found.entry, entry);
    } else {
      entries.push(entry);
      index.add(entry);
    }
  }
  const bin = [...(other.bin ?? []), ...(now.bin ?? [])].filter(isFirst);
  return { ...other, ...now, entries, ...(bin.length > 0 ? { bin } : {}) };
}

function joined(now: VaultEntry, other: VaultEntry): VaultEntry {
  return { ...other, ...now, key: furtherOf(now.key, other.key) };
}

function furtherOf(now: OtpKey, other: OtpKey): OtpKey {
  if (now.type !== "hotp" || other.type !== "hotp") return now;
  return { ...now, counter: Math.max(now.counter, other.counter) };
}

function isFirst({ entry }: BinnedEntry, at: number, all: BinnedEntry[]): boolean {
  return all.findIndex((each) => each.entry.id === entry.id) === at;
}
