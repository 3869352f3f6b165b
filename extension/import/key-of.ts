import { base32KeyOf, parseBase32Key } from "../../shared/otp/base32-key.ts";
import { readAlgorithm, readCounter, readDigits, readPeriod } from "../../shared/otp/key-parameters.ts";
import { keyWithPin } from "../../shared/otp/key-with-pin.ts";
import { otpLimits, steamSettings } from "../../shared/otp/otp-key.ts";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { fail, ok } from "../../shared/outcome.ts";
import { text } from "./fields.ts";
import type { ReadKey } from "./result.ts";

/** A key as a file spells it; nothing of it has been looked at. What is left out takes its default. */
export interface KeyParts {
  /** `totp`, `hotp`, `steam`, `motp` or `yandex`, in any case. */
  type: unknown;
  /** Base32 as people type it, or the key's bytes. */
  secret: unknown;
  algorithm?: unknown;
  digits?: unknown;
  /** Seconds. */
  period?: unknown;
  counter?: unknown;
  /** Of Mobile-OTP and Yandex; the rest of them is fixed. */
  pin?: unknown;
  issuer?: unknown;
  account?: unknown;
}

/** The key of its parts, or which of them is missing, unknown or out of bounds; nothing is bent into shape. */
export function keyOf(parts: KeyParts): ReadKey {
  const names = { issuer: text(parts.issuer), account: text(parts.account) };
  if (Math.max(names.issuer.length, names.account.length) > otpLimits.label) return fail("too_long");
  const type = text(parts.type).toLowerCase();
  if (type === "motp" || type === "yandex") {
    const secret = parts.secret instanceof Uint8Array ? parts.secret : text(parts.secret);
    return keyWithPin({ type, secret, pin: text(parts.pin), ...names });
  }
  if (type !== "totp" && type !== "hotp" && type !== "steam") return fail("bad_type");
  const secret =
    parts.secret instanceof Uint8Array ? base32KeyOf(parts.secret) : parseBase32Key(text(parts.secret).trim());
  if (!secret.ok) return fail("bad_secret", secret.details);
  const algorithm = readAlgorithm(parts.algorithm);
  if (!algorithm) return fail("bad_algorithm");
  const period = readPeriod(parts.period);
  if (type === "steam") {
    if (algorithm !== steamSettings.algorithm) return fail("bad_algorithm");
    if (period !== steamSettings.period) return fail("bad_period");
    return ok({ type, secret: secret.value, ...steamSettings, ...names });
  }
  const digits = readDigits(parts.digits);
  if (digits === undefined) return fail("bad_digits");
  const shared = { secret: secret.value, algorithm, digits, ...names };
  if (type === "hotp") {
    const counter = readCounter(parts.counter);
    return counter === undefined ? fail("bad_counter") : ok({ type, ...shared, counter });
  }
  return period === undefined ? fail("bad_period") : ok({ type, ...shared, period });
}

/**
 * The key in a password manager's field: an otpauth or steam link, or a bare base32 key with the defaults. The link's
 * names are kept; where it has none the login's are taken.
 */
export function keyOfField(value: string, names: { issuer: string; account: string }): ReadKey {
  const typed = value.trim();
  const isLink = /^[a-z-]+:\/\//i.test(typed);
  const key = isLink ? parseOtpauthUri(typed) : keyOf({ type: "totp", secret: typed });
  if (!key.ok) return key;
  const isBareSteam = /^steam:/i.test(typed);
  const issuer = (isBareSteam ? names.issuer : key.value.issuer) || names.issuer || key.value.issuer;
  const account = key.value.account || names.account;
  if (Math.max(issuer.length, account.length) > otpLimits.label) return fail("too_long");
  return ok({ ...key.value, issuer, account });
}
