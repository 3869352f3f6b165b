import { hmac } from "@noble/hashes/hmac.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
import { bytesOfBase32 } from "./base32.ts";
import type { Algorithm } from "./otp-key.ts";

const hashes = { SHA1: sha1, SHA256: sha256, SHA512: sha512 };

/** What a value is made of; `secret` in base32. */
export interface HotpInput {
  secret: string;
  algorithm: Algorithm;
  digits: number;
  counter: number;
}

/** The HOTP value of `counter`, with leading zeros (RFC 4226 section 5.3; RFC 6238 section 1.2 for the other hashes). */
export function hotpValue({ secret, algorithm, digits, counter }: HotpInput): string {
  const message = new DataView(new ArrayBuffer(8));
  message.setBigUint64(0, BigInt(counter));
  const mac = hmac(hashes[algorithm], bytesOfBase32(secret), new Uint8Array(message.buffer));
  const offset = (mac.at(-1) ?? 0) & 15;
  const value = new DataView(mac.buffer, mac.byteOffset).getUint32(offset) & 0x7fffffff;
  return `${value % 10 ** digits}`.padStart(digits, "0");
}
