import { decodeBase64, decodeBase64Url, encodeBase64, encodeBase64Url } from "hono/utils/encode";

/** Base64 with padding (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array<ArrayBuffer>): string {
  return encodeBase64(bytes.slice().buffer);
}

/** The bytes of base64 text. Throws on any other character. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return decodeBase64(text);
}

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array<ArrayBuffer>): string {
  return encodeBase64Url(bytes.buffer).replaceAll("=", "");
}

/** The bytes of base64url text, padded or not. Throws on any other character. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> {
  return decodeBase64Url(text);
}
