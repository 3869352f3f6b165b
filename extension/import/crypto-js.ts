import { md5 } from "@noble/hashes/legacy.js";
import { fromBase64, joined, toUtf8 } from "./bytes.ts";
import { openAesCbc } from "./unseal.ts";

const saltMark = toUtf8("Salted__");

/**
 * Opens what CryptoJS seals under a passphrase, as OpenSSL once did: AES-256-CBC, key and nonce by MD5 over and over
 * (EVP_BytesToKey). Undefined where it does not open; nothing tells a wrong passphrase from damage.
 */
export async function openCryptoJs(sealed: string, passphrase: string): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const bytes = fromBase64(sealed);
  if (!bytes || bytes.length < 32 || !saltMark.every((byte, index) => bytes[index] === byte)) return undefined;
  const salted = joined(toUtf8(passphrase), bytes.subarray(8, 16));
  let block: Uint8Array<ArrayBuffer> = new Uint8Array();
  let derived: Uint8Array<ArrayBuffer> = new Uint8Array();
  while (derived.length < 48) {
    block = Uint8Array.from(md5(joined(block, salted)));
    derived = joined(derived, block);
  }
  return await openAesCbc(derived.slice(0, 32), derived.slice(32, 48), bytes.slice(16));
}
