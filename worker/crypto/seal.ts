import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { fromBase64Url, toBase64Url } from "./base64.ts";
import type { RandomBytes } from "./random.ts";
import { utf8 } from "./utf8.ts";

/** A sealing key with the id that is kept beside everything it sealed. */
export interface SealKey {
  id: string;
  bytes: Uint8Array<ArrayBuffer>;
}

const nonceBytes = 12;

/**
 * Seals `plain` with the first key: AES-256-GCM, a random nonce, `context` as associated data.
 * The envelope is `keyId.nonce.ciphertext`; it opens only with the same context, in the same order.
 */
export async function seal(
  keys: readonly SealKey[],
  context: readonly string[],
  plain: Uint8Array<ArrayBuffer>,
  random: RandomBytes,
): Promise<string> {
  const key = keys[0];
  if (!key) throw new Error("there is no sealing key");
  const iv = random(nonceBytes);
  const sealed = await crypto.subtle.encrypt(parameters(iv, context), await importKey(key), plain);
  return [key.id, toBase64Url(iv), toBase64Url(new Uint8Array(sealed))].join(".");
}

/** What an envelope held, and whether it should be sealed anew because a newer key has come. */
export interface Opened {
  plain: Uint8Array<ArrayBuffer>;
  stale: boolean;
}

/** Opens an envelope. `key_missing`: its key is not among `keys`; `damaged`: altered, or of another context. */
export async function open(
  keys: readonly SealKey[],
  context: readonly string[],
  envelope: string,
): Promise<Outcome<Opened, "key_missing" | "damaged">> {
  const [keyId, nonce, sealed] = envelope.split(".");
  const key = keys.find(({ id }) => id === keyId);
  if (!key) return fail("key_missing");
  if (nonce === undefined || sealed === undefined) return fail("damaged");
  try {
    const iv = fromBase64Url(nonce);
    const bytes = fromBase64Url(sealed);
    const plain = await crypto.subtle.decrypt(parameters(iv, context), await importKey(key), bytes);
    return ok({ plain: new Uint8Array(plain), stale: key !== keys[0] });
  } catch {
    return fail("damaged");
  }
}

/** The id of the key that sealed an envelope. */
export function sealedBy(envelope: string): string {
  return envelope.slice(0, envelope.indexOf("."));
}

function parameters(iv: Uint8Array<ArrayBuffer>, context: readonly string[]) {
  return { name: "AES-GCM", iv, additionalData: utf8(JSON.stringify(context)) };
}

function importKey(key: SealKey): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", key.bytes, "AES-GCM", false, ["encrypt", "decrypt"]);
}
