import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { namesOf, type VaultEntry } from "./entry.ts";

/** An entry like a key that is to be added. `same_key`: it makes the same codes. `same_names`: only its names are the same. */
export interface Duplicate {
  kind: "same_key" | "same_names";
  entry: VaultEntry;
}

/** Entries, to be asked for what would be doubled; asking takes the same time however many there are. */
export interface DuplicateIndex {
  find(key: OtpKey): Duplicate | undefined;
  add(entry: VaultEntry): void;
}

/** The entry that a new key would double, the same key before the same names. */
export function findDuplicate(entries: VaultEntry[], key: OtpKey): Duplicate | undefined {
  return indexDuplicates(entries).find(key);
}

/** An index of entries; where several are alike, the first is found. */
export function indexDuplicates(entries: readonly VaultEntry[]): DuplicateIndex {
  const byCodes = new Map<string, VaultEntry>();
  const byNames = new Map<string, VaultEntry>();
  const add = (entry: VaultEntry) => {
    const { issuer, account } = namesOf(entry);
    for (const [index, mark] of [
      [byCodes, codesOf(entry.key)],
      [byNames, JSON.stringify([issuer, account])],
    ] as const) {
      if (!index.has(mark)) index.set(mark, entry);
    }
  };
  for (const entry of entries) add(entry);
  return {
    add,
    find(key) {
      const sameKey = byCodes.get(codesOf(key));
      if (sameKey) return { kind: "same_key", entry: sameKey };
      const sameNames = byNames.get(JSON.stringify([key.issuer, key.account]));
      return sameNames && { kind: "same_names", entry: sameNames };
    },
  };
}

/** All that a key's codes depend on, save where a counter stands. */
function codesOf(key: OtpKey): string {
  const { type, secret, algorithm, digits } = key;
  const isPinned = key.type === "motp" || key.type === "yandex";
  return [type, secret, algorithm, digits, key.type === "hotp" ? "" : key.period, isPinned ? key.pin : ""].join();
}
