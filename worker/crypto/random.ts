import { toBase64Url } from "./base64.ts";

/** Where chance comes from: `length` fresh random bytes. Passed in, so that tests can choose. */
export type RandomBytes = (length: number) => Uint8Array<ArrayBuffer>;

/** The platform's own cryptographic randomness. */
export const systemRandom: RandomBytes = (length) => crypto.getRandomValues(new Uint8Array(length));

/** `count` decimal digits, each equally likely: bytes of 250 and more are drawn again, so that `% 10` has no bias. */
export function randomDigits(random: RandomBytes, count: number): string {
  let digits = "";
  while (digits.length < count) {
    for (const byte of random(count)) {
      if (byte < 250 && digits.length < count) digits += byte % 10;
    }
  }
  return digits;
}

/** An opaque id of 128 random bits, in base64url. */
export function randomId(random: RandomBytes): string {
  return toBase64Url(random(16));
}
