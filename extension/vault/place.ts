import { exclusively } from "../exclusively.ts";

import { readOrganisationRules } from "../organisation.ts";
import { onChange, onChangeUnder, onDisk, onDiskKeys } from "../storage.ts";
import {
  findBrowserKey,
  findBrowserKeySoon,
  forgetBrowserKeys,
  keepsBrowserKeys,
  makeBrowserKey,
} from "./browser-key.ts";
import type { BrowserKeyKind } from "./browser-key-kind.ts";
import type { SealedVault } from "./sealed-vault.ts";
import { findUnlockedKey, forgetUnlockedKey, keepUnlockedKey, onLockChange } from "./unlocked-key.ts";

/** `damaged` holds what could not be opened and the person chose to go on without. */
export type Slot = "current" | "previous" | "damaged" | AsideSlot;

/** One of any number of slots for vaults whose passphrase was forgotten. */
export type AsideSlot = `aside:${string}`;

/** Where a vault is kept and what opens it. Every call may reject; none is trusted to have worked. */
export interface VaultPlace {
  /** What the slot holds, undefined where nothing was ever written; nobody has checked it. */
  read(slot: Slot): Promise<unknown>;
  /** Puts `value` into the slot; undefined empties it. */
  write(slot: Slot, value: unknown): Promise<void>;
  /** The slots that hold a vault that was put aside, in no order. */
  asideSlots(): Promise<AsideSlot[]>;
  /** Whether a key of the browser's own can be kept, here and now; a private window may have no place for one. */
  keepsKeys(): Promise<boolean>;
  /** The browser's own key, undefined where there is none. */
  findKey(kind: BrowserKeyKind): Promise<CryptoKey | undefined>;
  /** The browser's own key of two parts where it is at hand, to show codes by and for nothing that is written. */
  findKeySoon(): Promise<CryptoKey | undefined>;
  /** The browser's own key of two parts, made where there is none. */
  makeKey(): Promise<CryptoKey>;
  /** Forgets the browser's own keys, and what they left on the disk: what they sealed never opens again. */
  forgetKeys(kinds: BrowserKeyKind[]): Promise<void>;
  /** The data key of a vault under a passphrase, while that is unlocked. */
  findUnlockedKey(): Promise<CryptoKey | undefined>;
  /** Keeps the data key in memory: the vault is unlocked. */
  keepUnlockedKey(dataKey: Uint8Array<ArrayBuffer>): Promise<void>;
  /** Forgets it: the vault is locked. */
  forgetUnlockedKey(): Promise<void>;
  /** Whether codes may be kept under a passphrase alone, as an organisation can ask. */
  needsPassphrase(): Promise<boolean>;
  /** Whether keys may be written down outside of the vault, as an organisation can forbid. */
  allowsExport(): Promise<boolean>;
  /** Runs `work` while nobody else, in whichever window, runs theirs. */
  exclusively<Value>(work: () => Promise<Value>): Promise<Value>;
}

const keyOf = { current: "vault", previous: "vaultPrevious", damaged: "vaultDamaged" } as const;
const aside = { slot: "aside:", key: "vaultAside:" } as const;

const kept = (slot: Slot) =>
  slot === "current" || slot === "previous" || slot === "damaged"
    ? onDisk(keyOf[slot])
    : onDisk(`${aside.key}${slot.slice(aside.slot.length)}`);

/** The place of this browser's vault: extension storage, with a key in IndexedDB. */
export const browserPlace: VaultPlace = {
  read: (slot) => kept(slot).read(),
  write: (slot, value) => (value === undefined ? kept(slot).remove() : kept(slot).write(value as SealedVault)),
  asideSlots: async () =>
    (await onDiskKeys(aside.key)).map((key): AsideSlot => `${aside.slot}${key.slice(aside.key.length)}`),
  keepsKeys: keepsBrowserKeys,
  findKey: findBrowserKey,
  findKeySoon: findBrowserKeySoon,
  makeKey: makeBrowserKey,
  forgetKeys: forgetBrowserKeys,
  findUnlockedKey,
  keepUnlockedKey,
  forgetUnlockedKey,
  needsPassphrase: async () => (await readOrganisationRules()).passphraseRequired,
  allowsExport: async () => (await readOrganisationRules()).exportAllowed,
  exclusively: (work) => exclusively("vault", work),
};

/** Calls `listener` after each change of what is put aside in this browser; returns what ends that. */
export function onAsideChange(listener: () => void): () => void {
  return onChangeUnder(aside.key, listener);
}

/** Calls `listener` after each change of this browser's vault, and when it is locked or unlocked; answers what ends that. */
export function onVaultChange(listener: () => void): () => void {
  const ends = [onChange(keyOf.current, listener), onLockChange(listener)];
  return () => {
    for (const end of ends) end();
  };
}
