import { fail, type Outcome, ok } from "../outcome.ts";
import { base32Of } from "./base32.ts";
import { otpLimits } from "./otp-key.ts";

/** What no key has: the first such character, where one is to blame. */
export interface BadKey {
  character?: string;
}

/**
 * A key as people type it and programs write it: case, padding, spaces, dashes of any kind and characters that nobody
 * sees do not matter. `not_base32`: another character (which is named), nothing at all, or too long.
 */
export function parseBase32Key(typed: string): Outcome<string, "not_base32", BadKey> {
  if (typed.length > otpLimits.text) return fail("not_base32");
  const spelled = typed.replace(/[\s\p{Dash_Punctuation}\p{Default_Ignorable_Code_Point}\p{Cf}]/gu, "").toUpperCase();
  // No pattern such as /=+$/ here: on a long run of equal signs it takes quadratic time.
  let end = spelled.length;
  while (spelled[end - 1] === "=") end--;
  const secret = spelled.slice(0, end);
  const character = /[^A-Z2-7]/u.exec(secret)?.[0];
  if (character !== undefined) return fail("not_base32", { character });
  return secret.length >= 2 && secret.length <= otpLimits.secret ? ok(secret) : fail("not_base32");
}

/** A key's bytes in base32, as all keys are kept; `not_base32` where there are none, or too many. */
export function base32KeyOf(bytes: Uint8Array): Outcome<string, "not_base32", BadKey> {
  if (bytes.length === 0 || bytes.length > (otpLimits.secret * 5) / 8) return fail("not_base32");
  return parseBase32Key(base32Of(bytes));
}
