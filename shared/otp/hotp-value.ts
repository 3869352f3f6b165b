import { hmac } from "@noble/hashes/hmac.js";
import { sha1 } from "@noble/hashes/legacy.js";
import { sha256, sha512 } from "@noble/hashes/sha2.js";
// Without hashes of its own: it brings nine, and codes are made by three.
import { HOTP, Secret } from "otpauth/bare";
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
  return HOTP.generate({
    secret: Secret.fromBase32(secret),
    algorithm,
    digits,
    counter,
    hmac: (_, key, message) => hmac(hashes[algorithm], key, message),
  });
}
