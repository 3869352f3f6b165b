import { parseBase32Key } from "../../shared/otp/base32-key.ts";
import { type Algorithm, type OtpKey, otpLimits } from "../../shared/otp/otp-key.ts";
import { type OtpauthUriError, parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";

/** A key as it is typed by hand, field by field. */
export interface TypedKey {
  /** Base32, or a whole otpauth link, for people paste it wherever there is a field. */
  secret: string;
  issuer: string;
  account: string;
  type: "totp" | "hotp";
  algorithm: Algorithm;
  digits: string;
  /** Seconds. */
  period: string;
  counter: string;
}

export type TypedKeyError = OtpauthUriError | "not_base32";

/** The key that was typed, or what is wrong with it. What is said of a link's names goes before its own. */
export function readTypedKey(typed: TypedKey): Outcome<OtpKey, TypedKeyError> {
  const names = { issuer: typed.issuer.trim(), account: typed.account.trim() };
  if (Math.max(names.issuer.length, names.account.length) > otpLimits.label) return fail("too_long");
  if (/^\s*otpauth:/i.test(typed.secret)) {
    const link = parseOtpauthUri(typed.secret);
    return link.ok
      ? ok({ ...link.value, issuer: names.issuer || link.value.issuer, account: names.account || link.value.account })
      : link;
  }
  const secret = parseBase32Key(typed.secret);
  if (!secret.ok) return secret;
  const digits = whole(typed.digits, otpLimits.digits);
  if (digits === undefined) return fail("bad_digits");
  const key = { secret: secret.value, algorithm: typed.algorithm, digits, ...names };
  if (typed.type === "hotp") {
    const counter = whole(typed.counter, { least: 0, most: Number.MAX_SAFE_INTEGER });
    return counter === undefined ? fail("bad_counter") : ok({ type: "hotp", ...key, counter });
  }
  const period = whole(typed.period, otpLimits.period);
  return period === undefined ? fail("bad_period") : ok({ type: "totp", ...key, period });
}

function whole(text: string, { least, most }: { least: number; most: number }): number | undefined {
  const value = /^\d{1,16}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value >= least && value <= most ? value : undefined;
}
