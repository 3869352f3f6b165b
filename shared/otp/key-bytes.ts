import { bytesOfBase32 } from "./base32.ts";

/** The bytes of a key that is kept in base32. */
export function keyBytes(secret: string): Uint8Array<ArrayBuffer> {
  return bytesOfBase32(secret);
}

/** Bytes in hexadecimal digits, in small letters. */
export function hexOf(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The bytes of hexadecimal digits; undefined where there is anything else, or nothing. */
export function bytesOfHex(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^(?:[0-9a-f]{2})+$/i.test(text)) return undefined;
  return Uint8Array.from(text.match(/../g) ?? [], (digits) => Number.parseInt(digits, 16));
}
