import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { type Duplicate, indexDuplicates } from "../vault/duplicate.ts";
import type { VaultEntry } from "../vault/entry.ts";
import type { Scanned } from "./read-scanned-text.ts";

/** An account that was found, and what of it is in the vault already. */
export interface FoundAccount {
  /** The id that it will have. */
  id: string;
  key: OtpKey;
  duplicate: Duplicate | undefined;
}

/** All that was found at once. */
export interface Found {
  accounts: FoundAccount[];
  /** What could not be taken, each once. */
  unread: Exclude<Scanned, { kind: "key" | "migration" }>[];
  /** Exports of Google Authenticator, to be read by their importer. */
  migrations: string[];
}

/** Sorts out what was scanned. The same key twice is found once. */
export function sortOut(scanned: Scanned[], entries: VaultEntry[], newId: () => string): Found {
  const found: Found = { accounts: [], unread: [], migrations: [] };
  const held = indexDuplicates(entries);
  const seen = indexDuplicates([]);
  for (const each of scanned) {
    if (each.kind === "migration") found.migrations.push(each.link);
    else if (each.kind !== "key") found.unread.push(each);
    else if (seen.find(each.key)?.kind !== "same_key") {
      const account = { id: newId(), key: each.key, duplicate: held.find(each.key) };
      found.accounts.push(account);
      seen.add({ id: account.id, key: each.key, addedAt: "" });
    }
  }
  return found;
}
