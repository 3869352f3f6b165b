import { fail, type Outcome, ok } from "../outcome.ts";
import { type BadKey, base32KeyOf, parseBase32Key } from "./base32-key.ts";
import { keyBytes } from "./key-bytes.ts";
import { type KeyWithPin, motpSettings, otpLimits, yandexSettings } from "./otp-key.ts";

/** What a key with a PIN is made of. Of Mobile-OTP's secrets, bytes; of Yandex's, base32 or bytes. */
export interface KeyWithPinParts {
  type: KeyWithPin["type"];
  secret: string | Uint8Array;
  /** Empty where it isn't known: programs may keep none, and ask for it each time. */
  pin: string;
  issuer: string;
  account: string;
}

/** Bytes of Yandex's keys that codes are made of; of longer ones the rest says whose they are and checks them. */
const yandexBytes = 16;

/** A key of codes that depend on a PIN. `bad_secret`: the key isn't one; `too_long`: the PIN. */
export function keyWithPin(parts: KeyWithPinParts): Outcome<KeyWithPin, "bad_secret" | "too_long", BadKey> {
  const { type, pin, issuer, account } = parts;
  const secret = typeof parts.secret === "string" ? parseBase32Key(parts.secret.trim()) : base32KeyOf(parts.secret);
  if (!secret.ok) return fail("bad_secret", secret.details);
  if (pin.length > otpLimits.pin) return fail("too_long");
  const rest = { pin, issuer, account };
  if (type === "motp") return ok({ type, secret: secret.value, ...motpSettings, ...rest });
  const bytes = keyBytes(secret.value);
  const own = bytes.length < yandexBytes ? fail("not_base32") : base32KeyOf(bytes.subarray(0, yandexBytes));
  return own.ok ? ok({ type, secret: own.value, ...yandexSettings, ...rest }) : fail("bad_secret");
}
