import type { OtpKey } from "../../shared/otp/otp-key.ts";

/** How an account is called. */
export interface Names {
  issuer: string;
  account: string;
}

/** One account of the vault: its key, and what the person and the service say about it. */
export interface VaultEntry {
  id: string;
  key: OtpKey;
  /** RFC 3339. */
  addedAt: string;
  /** What the person calls it, where that is not what its key says. */
  names?: Names;
  /** The two-factor method that this entry is, where it was set up from this browser. */
  latchkey?: { service: string; methodId: string };
  /** Where the person has filled its code, and which field they pointed at there. */
  sites?: FilledSite[];
  /** Kept above the others. */
  pinned?: true;
  /** What the person sorts it under, each once; see `entryLimits`. */
  tags?: string[];
  /** What the person wrote about it, such as its recovery codes; see `entryLimits`. */
  note?: string;
  /** What is on its tile in the place of the icon of its name: a letter, an emoji, or the name of a site. */
  icon?: string;
}

/** An account that was removed, and can be put back for a while. */
export interface BinnedEntry {
  entry: VaultEntry;
  /** RFC 3339. */
  removedAt: string;
}

/** A site that an account's code was filled on. */
export interface FilledSite {
  /** The registrable domain. */
  domain: string;
  /** What the field that was pointed at is known by; absent where it was found without. */
  mark?: string;
}

/** What the vault seals. */
export interface VaultContent {
  entries: VaultEntry[];
  /** What was removed, the last one last; absent in vaults from before there was a bin. */
  bin?: BinnedEntry[];
}

/** What an entry is called: the person's names before those of its key. */
export function namesOf({ names, key }: VaultEntry): Names {
  return names ?? { issuer: key.issuer, account: key.account };
}

/** Bounds of what a person adds to an entry; lengths in code units. */
export const entryLimits = { tags: 16, tag: 64, note: 4000, icon: 64, sites: 100, site: 253, mark: 1000 } as const;

/** What an account is called in one word or two; empty where it has no name at all. */
export function nameOf(entry: VaultEntry): string {
  const { issuer, account } = namesOf(entry);
  return issuer || account;
}
