import { parseBase32Key } from "../../shared/otp/base32-key.ts";
import type { TotpKey } from "../../shared/otp/otp-key.ts";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";

/** A key that an app of somebody's has; `secret` in base32, codes of 6 digits. */
export type ImportedKey = Pick<TotpKey, "secret" | "algorithm" | "period">;

/** Shortest secret in bytes: what the authenticators of the first years were given. RFC 4226 asks for 16. */
const fewestBytes = 10;

/** Longest secret in bytes: one block of the longest hash, behind which nothing counts. */
const mostBytes = 128;

/** Seconds for which a code may hold: beside 30 what banks and some hardware use. */
const periods = [30, 60];

/**
 * Reads an `otpauth` link or a secret in base32. `totp_unsupported`: codes by count, Steam's, of other than 6 digits, or
 * of a period that the screens do not know.
 */
export function readTotp(
  text: string,
): Outcome<ImportedKey, "totp_malformed" | "totp_unsupported" | "totp_secret_too_short"> {
  const key = /^\s*(?:otpauth|steam):/i.test(text) ? readLink(text) : readSecret(text);
  if (!key.ok) return key;
  const bytes = Math.floor((key.value.secret.length * 5) / 8);
  if (bytes < fewestBytes) return fail("totp_secret_too_short");
  return bytes > mostBytes ? fail("totp_malformed") : key;
}

function readSecret(text: string): Outcome<ImportedKey, "totp_malformed"> {
  const secret = parseBase32Key(text);
  return secret.ok ? ok({ secret: secret.value, algorithm: "SHA1", period: 30 }) : fail("totp_malformed");
}

function readLink(text: string): Outcome<ImportedKey, "totp_malformed" | "totp_unsupported"> {
  const link = parseOtpauthUri(text);
  if (!link.ok) return fail("totp_malformed");
  const { type, secret, algorithm, digits } = link.value;
  if (type !== "totp" || digits !== 6 || !periods.includes(link.value.period)) return fail("totp_unsupported");
  return ok({ secret, algorithm, period: link.value.period });
}
