import type { BrowserKeyKind } from "./browser-key-kind.ts";
import { isVaultLock, lockMembers, type VaultLock } from "./vault-lock.ts";

interface Sealed {
  format: "latchkey-vault";
  /** 96 random bits, base64. */
  nonce: string;
  /** Ciphertext and tag, base64. */
  sealed: string;
  /** RFC 3339. */
  savedAt: string;
}

/** A vault that a key of this browser opens, which no code can read out; `key` says how that is kept. */
export interface VaultOfBrowser extends Sealed {
  version: 1;
  key: BrowserKeyKind;
}

/** A vault that a data key opens, which `lock` gives to whoever knows the passphrase. */
export interface VaultOfPassphrase extends Sealed {
  version: 2;
  key: "passphrase";
  lock: VaultLock;
}

/**
 * The vault as it is stored. `sealed` is AES-256-GCM over the JSON of `VaultContent`, with `nonce` and, as additional
 * data, `additionalData` of this header: nothing in it can be changed without the vault failing to open.
 */
export type SealedVault = VaultOfBrowser | VaultOfPassphrase;

export type Header = Omit<VaultOfBrowser, "nonce" | "sealed"> | Omit<VaultOfPassphrase, "nonce" | "sealed">;

/** The header in the one spelling that is sealed with the content. */
export function additionalData(header: Header): Uint8Array<ArrayBuffer> {
  const { format, version, key, savedAt } = header;
  const members = [format, version, key, savedAt];
  const text = header.version === 1 ? members.join("\n") : JSON.stringify([...members, ...lockMembers(header.lock)]);
  return new TextEncoder().encode(text);
}

/** Whether what was read has the form of a vault that this version opens. */
export function isSealedVault(read: unknown): read is SealedVault {
  const vault = read as Partial<SealedVault> | null | undefined;
  const isKnown =
    (vault?.version === 1 && (vault.key === "browser" || vault.key === "browser_parts")) ||
    (vault?.version === 2 && vault.key === "passphrase" && isVaultLock(vault.lock));
  return (
    isKnown &&
    vault.format === "latchkey-vault" &&
    [vault.nonce, vault.sealed, vault.savedAt].every((member) => typeof member === "string")
  );
}

/** Whether what was read is a vault that a passphrase opens. */
export function hasPassphrase(read: unknown): read is VaultOfPassphrase {
  return isSealedVault(read) && read.version === 2;
}

/** Whether what was read is a vault of a version, or under a kind of key, that only a newer Latchkey knows. */
export function isOfNewerVersion(read: unknown): boolean {
  const vault = read as { format?: unknown; version?: unknown; key?: unknown } | null | undefined;
  if (vault?.format !== "latchkey-vault" || typeof vault.version !== "number") return false;
  const known = vault.version === 1 ? ["browser", "browser_parts"] : ["passphrase"];
  return vault.version > 2 || (vault.version >= 1 && typeof vault.key === "string" && !known.includes(vault.key));
}
