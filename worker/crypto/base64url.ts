import { decodeBase64Url, encodeBase64Url } from "hono/utils/encode";

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array<ArrayBuffer>): string {
  return encodeBase64Url(bytes.buffer).replaceAll("=", "");
}

/** The bytes of base64url text, padded or not. Throws on any other character. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return decodeBase64Url(text);
}
