import { fromBase64, toBase64 } from "./base64.ts";
import type { BrowserKeyKind } from "./browser-key-kind.ts";
import type { VaultContent } from "./entry.ts";
import { additionalData, type Header, type SealedVault } from "./sealed-vault.ts";
import type { VaultLock } from "./vault-lock.ts";

/** Bytes of a nonce (NIST SP 800-38D 5.2.1.1: 96 bits). Random ones are safe for 2^32 writes under a key (8.3). */
const nonceBytes = 12;

/** What a vault is sealed by: this browser's key, or the data key that `lock` wraps. */
export interface VaultSecret {
  key: CryptoKey;
  lock?: VaultLock;
  /** How this browser's key is kept; absent: of two parts. */
  kept?: BrowserKeyKind;
}

/** Seals the content with a fresh nonce. */
export async function sealVault(
  content: VaultContent,
  { key, lock, kept = "browser_parts" }: VaultSecret,
  now: Date,
): Promise<SealedVault> {
  const savedAt = now.toISOString();
  const header: Header = lock
    ? { format: "latchkey-vault", version: 2, key: "passphrase", savedAt, lock }
    : { format: "latchkey-vault", version: 1, key: kept, savedAt };
  const { nonce, sealed } = await sealText(JSON.stringify(content), key, additionalData(header));
  return { ...header, nonce, sealed };
}

/** Opens a sealed vault; undefined where the key is another one or anything in it was changed. */
export async function unsealVault(vault: SealedVault, key: CryptoKey): Promise<VaultContent | undefined> {
  const text = await unsealText(vault, key, additionalData(vault));
  return text === undefined ? undefined : (JSON.parse(text) as VaultContent);
}

/** A text as it is sealed; both members are base64. */
export interface SealedText {
  nonce: string;
  sealed: string;
}

/** Seals any text by AES-256-GCM with a fresh nonce; it opens only with the same `bound` beside it. */
export async function sealText(text: string, key: CryptoKey, bound: Uint8Array<ArrayBuffer>): Promise<SealedText> {
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const plain = new TextEncoder().encode(text);
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv: nonce, additionalData: bound }, key, plain);
  return { nonce: toBase64(nonce), sealed: toBase64(new Uint8Array(sealed)) };
}

/** Opens a sealed text; undefined where the key or what is bound is another, or where anything was changed. */
export async function unsealText(
  { nonce, sealed }: SealedText,
  key: CryptoKey,
  bound: Uint8Array<ArrayBuffer>,
): Promise<string | undefined> {
  try {
    const algorithm = { name: "AES-GCM", iv: fromBase64(nonce), additionalData: bound };
    return new TextDecoder().decode(await crypto.subtle.decrypt(algorithm, key, fromBase64(sealed)));
  } catch {
    return undefined;
  }
}
