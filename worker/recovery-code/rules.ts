import type { RandomBytes } from "../crypto/random.ts";

/** How many codes a set has (promise C3). */
export const codesInASet = 10;

/** When so few codes are left, their owner is told so (promise C3). */
export const fewCodes = 2;

// Crockford's base32: no i, l, o or u, which people misread. 32 divides 256, so `% 32` has no bias.
const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
const symbols = 16;

/** A recovery code of 80 random bits, as `xxxx-xxxx-xxxx-xxxx`. */
export function newRecoveryCode(random: RandomBytes): string {
  const text = Array.from(random(symbols), (byte) => alphabet[byte % 32]).join("");
  return text.replace(/(.{4})(?!$)/g, "$1-");
}

/** The one form in which a code is compared: case, spaces and hyphens do not matter, and o is 0, i and l are 1. */
export function canonicalRecoveryCode(typed: string): string {
  return typed
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .replaceAll("o", "0")
    .replace(/[il]/g, "1");
}

/** What the MAC of a code is bound to, beside the code. */
export function macContext(accountId: string): string[] {
  return ["recovery-code", accountId];
}
