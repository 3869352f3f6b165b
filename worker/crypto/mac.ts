import { toBase64Url } from "./base64url.ts";

/**
 * HMAC-SHA-256 of a short code under a key that is not in the database, in base64url.
 * `context` says what the code is for and whose it is, so that equal codes elsewhere have other MACs;
 * its parts are length-prefixed and cannot run into each other.
 */
export async function macOf(key: Uint8Array<ArrayBuffer>, context: readonly string[], code: string): Promise<string> {
  const imported = await crypto.subtle.importKey("raw", key, { name: "HMAC", hash: "SHA-256" }, false, ["sign"]);
  const message = [...context, code].map((part) => `${part.length}:${part}`).join("");
  const mac = await crypto.subtle.sign("HMAC", imported, new TextEncoder().encode(message));
  return toBase64Url(new Uint8Array(mac));
}
