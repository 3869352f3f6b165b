import type { Algorithm, OtpKey } from "../../shared/otp/otp-key.ts";
import { type Change, changeVault } from "./change.ts";
import type { Names, VaultEntry } from "./entry.ts";
import type { VaultPlace } from "./place.ts";

/** What a person changes about an entry; what is absent stays as it is in the vault by then. */
export interface EntryEdit {
  names?: Names;
  pinned?: boolean;
  tags?: readonly string[];
  /** Empty takes it away, as with the tags. */
  note?: string;
  icon?: string;
  /** How its codes are made; for a kind of key that has no such setting it changes nothing. */
  options?: { algorithm?: Algorithm; digits?: number; period?: number; counter?: number; pin?: string };
}

/** Changes one entry in one write. Nothing is written where it is no longer there, or where nothing would differ. */
export async function editInVault(place: VaultPlace, now: Date, id: string, edit: EntryEdit): Promise<Change> {
  return await editManyInVault(place, now, new Set([id]), () => edit);
}

/** The same for several at once, each by what `editOf` returns for it: all of them or none. */
export async function editManyInVault(
  place: VaultPlace,
  now: Date,
  ids: ReadonlySet<string>,
  editOf: (entry: VaultEntry) => EntryEdit,
): Promise<Change> {
  return await changeVault(place, now, (entries) => {
    const edited = entries.map((entry) => (ids.has(entry.id) ? withEdit(entry, editOf(entry)) : entry));
    return JSON.stringify(edited) === JSON.stringify(entries) ? entries : edited;
  });
}

function withEdit(entry: VaultEntry, { names, pinned, tags, note, icon, options }: EntryEdit): VaultEntry {
  const next: VaultEntry = { ...entry };
  if (names) next.names = names;
  if (options) next.key = withOptions(entry.key, options);
  if (pinned === false) delete next.pinned;
  if (pinned) next.pinned = true;
  if (tags) next.tags = [...tags];
  if (tags?.length === 0) delete next.tags;
  if (note !== undefined) next.note = note;
  if (next.note === "") delete next.note;
  if (icon !== undefined) next.icon = icon;
  if (next.icon === "") delete next.icon;
  return next;
}

function withOptions(key: OtpKey, options: NonNullable<EntryEdit["options"]>): OtpKey {
  const { algorithm, digits = key.digits } = options;
  switch (key.type) {
    case "totp":
      return { ...key, algorithm: algorithm ?? key.algorithm, digits, period: options.period ?? key.period };
    case "hotp":
      return { ...key, algorithm: algorithm ?? key.algorithm, digits, counter: options.counter ?? key.counter };
    case "motp":
    case "yandex":
      return { ...key, pin: options.pin ?? key.pin };
    case "steam":
      return key;
  }
}
