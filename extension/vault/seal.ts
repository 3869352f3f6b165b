import type { VaultContent } from "./entry.ts";
import { additionalData, type SealedVault } from "./sealed-vault.ts";

/** Bytes of a nonce (NIST SP 800-38D 5.2.1.1: 96 bits). Random ones are safe for 2^32 writes under a key (8.3). */
const nonceBytes = 12;

/** Seals the content with a fresh nonce. */
export async function sealVault(content: VaultContent, key: CryptoKey, now: Date): Promise<SealedVault> {
  const header = { format: "latchkey-vault", version: 1, key: "browser", savedAt: now.toISOString() } as const;
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes));
  const plain = new TextEncoder().encode(JSON.stringify(content));
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: additionalData(header) },
    key,
    plain,
  );
  return { ...header, nonce: toBase64(nonce), sealed: toBase64(new Uint8Array(sealed)) };
}

/** Opens a sealed vault; undefined where the key is another one or anything in it was changed. */
export async function unsealVault(vault: SealedVault, key: CryptoKey): Promise<VaultContent | undefined> {
  try {
    const plain = await crypto.subtle.decrypt(
      { name: "AES-GCM", iv: fromBase64(vault.nonce), additionalData: additionalData(vault) },
      key,
      fromBase64(vault.sealed),
    );
    return JSON.parse(new TextDecoder().decode(plain)) as VaultContent;
  } catch {
    return undefined;
  }
}

function toBase64(bytes: Uint8Array): string {
  // By chunks, for an argument list has an end.
  let text = "";
  for (let i = 0; i < bytes.length; i += 8192) text += String.fromCharCode(...bytes.subarray(i, i + 8192));
  return btoa(text);
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
}
