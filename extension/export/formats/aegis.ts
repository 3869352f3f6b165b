import { namesOf, type VaultEntry } from "../../vault/entry.ts";

/** The entries as Aegis keeps them when they are not sealed (docs/vault.md of its repository). */
export function aegisExport(entries: readonly VaultEntry[], newId: () => string): string {
  const header = { slots: null, params: null };
  return `${JSON.stringify({ version: 1, header, db: aegisDatabase(entries, newId) }, null, 4)}\n`;
}

/** The entries as a database of Aegis, of version 3. */
export function aegisDatabase(entries: readonly VaultEntry[], newId: () => string) {
  const groups = new Map<string, string>();
  for (const tag of entries.flatMap(({ tags = [] }) => tags)) {
    if (!groups.has(tag)) groups.set(tag, newId());
  }
  return {
    version: 3,
    entries: entries.map((entry) => entryOf(entry, groups)),
    groups: [...groups].map(([name, uuid]) => ({ uuid, name })),
    icons_optimized: true,
  };
}

function entryOf(entry: VaultEntry, groups: ReadonlyMap<string, string>) {
  const { key, tags = [] } = entry;
  const { issuer, account } = namesOf(entry);
  return {
    type: key.type,
    uuid: entry.id,
    name: account,
    issuer,
    note: entry.note ?? "",
    favorite: entry.pinned === true,
    icon: null,
    info: {
      secret: key.secret,
      algo: key.algorithm,
      digits: key.digits,
      ...(key.type === "motp" || key.type === "yandex" ? { pin: key.pin } : {}),
      ...(key.type === "hotp" ? { counter: key.counter } : { period: key.period }),
    },
    groups: tags.flatMap((tag) => groups.get(tag) ?? []),
  };
}
