import { namesOf, type VaultEntry } from "../vault/entry.ts";

/** In which order accounts are shown; those that are pinned come first in either. */
export type ListOrder = "own" | "recent" | "name";

/** When each account's code was last used, RFC 3339, by the account's id. */
export type LastUsed = Readonly<Record<string, string>>;

/** The entries in the order they are shown. */
export function arranged(entries: readonly VaultEntry[], order: ListOrder, lastUsed: LastUsed): VaultEntry[] {
  const usedAt = ({ id }: VaultEntry) => lastUsed[id] ?? "";
  const place = ({ pinned }: VaultEntry) => (pinned ? 0 : 1);
  return entries.toSorted((one, other) => {
    if (place(one) !== place(other)) return place(one) - place(other);
    if (order === "name") return alphabet.compare(sortName(one), sortName(other));
    // Sorting is stable: what was never used stays in the person's own order.
    return order === "recent" ? usedAt(other).localeCompare(usedAt(one)) : 0;
  });
}

/** As people sort names: whatever the case and the accents, and 2 before 10. */
const alphabet = new Intl.Collator(undefined, { numeric: true, sensitivity: "base" });

function sortName(entry: VaultEntry): string {
  const { issuer, account } = namesOf(entry);
  return `${issuer || account} ${account}`;
}

/** Every tag of the entries once, in the order of the alphabet. */
export function tagsIn(entries: readonly VaultEntry[]): string[] {
  return [...new Set(entries.flatMap(({ tags = [] }) => tags))].sort((one, other) => one.localeCompare(other));
}

/** The entries with every word of the query in their names or tags, in whatever order; accents and case do not matter. */
export function matching(entries: readonly VaultEntry[], query: string): VaultEntry[] {
  const sought = plain(query).split(/\s+/);
  if (sought.join("") === "") return [...entries];
  return entries.filter((entry) => {
    const { issuer, account } = namesOf(entry);
    const words = plain([issuer, account, ...(entry.tags ?? [])].join(" "));
    return sought.every((word) => words.includes(word));
  });
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}
