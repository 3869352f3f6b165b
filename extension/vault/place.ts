import { onChange, onDisk } from "../storage.ts";
import { findBrowserKey, makeBrowserKey } from "./browser-key.ts";
import type { SealedVault } from "./sealed-vault.ts";

/** `damaged` holds what could not be opened and the person chose to go on without. */
export type Slot = "current" | "previous" | "damaged";

/** Where a vault is kept and what opens it. Every call may reject; none is trusted to have worked. */
export interface VaultPlace {
  /** What the slot holds, undefined where nothing was ever written; nobody has checked it. */
  read(slot: Slot): Promise<unknown>;
  /** Puts `value` into the slot; undefined empties it. */
  write(slot: Slot, value: unknown): Promise<void>;
  /** The key, undefined where there is none. */
  findKey(): Promise<CryptoKey | undefined>;
  /** The key, made where there is none. */
  makeKey(): Promise<CryptoKey>;
  /** Runs `work` while nobody else, in whichever window, runs theirs. */
  exclusively<Value>(work: () => Promise<Value>): Promise<Value>;
}

const keyOf = { current: "vault", previous: "vaultPrevious", damaged: "vaultDamaged" } as const;

/** The place of this browser's vault: extension storage, with a key in IndexedDB. */
export const browserPlace: VaultPlace = {
  read: (slot) => onDisk(keyOf[slot]).read(),
  write: (slot, value) =>
    value === undefined ? onDisk(keyOf[slot]).remove() : onDisk(keyOf[slot]).write(value as SealedVault),
  findKey: findBrowserKey,
  makeKey: makeBrowserKey,
  exclusively: async (work) => await navigator.locks.request("latchkey-vault", work),
};

/** Calls `listener` after each change of this browser's vault; answers what ends that. */
export function onVaultChange(listener: () => void): () => void {
  return onChange(keyOf.current, listener);
}
