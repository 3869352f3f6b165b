import { Secret } from "otpauth/bare";
import { fail, type Outcome, ok } from "../outcome.ts";
import { otpLimits } from "./otp-key.ts";

/**
 * A key as people type it: spaces, hyphens, padding and case do not matter.
 * `not_base32`: another character, nothing at all, or too long.
 */
export function parseBase32Key(typed: string): Outcome<string, "not_base32"> {
  if (typed.length > otpLimits.text) return fail("not_base32");
  const secret = typed.replace(/[\s-]/gu, "").replace(/=+$/, "").toUpperCase();
  const isKey = /^[A-Z2-7]+$/.test(secret) && secret.length >= 2 && secret.length <= otpLimits.secret;
  return isKey ? ok(secret) : fail("not_base32");
}

/** A key's bytes in base32, as all keys are kept; `not_base32` where there are none, or too many. */
export function base32KeyOf(bytes: Uint8Array): Outcome<string, "not_base32"> {
  if (bytes.length === 0 || bytes.length > (otpLimits.secret * 5) / 8) return fail("not_base32");
  return parseBase32Key(new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32);
}
