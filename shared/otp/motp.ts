import { md5 } from "@noble/hashes/legacy.js";
import { hexOf, keyBytes } from "./key-bytes.ts";
import { type MotpKey, motpSettings } from "./otp-key.ts";
import { totpStep } from "./totp.ts";

/**
 * The code of Mobile-OTP (motp.sourceforge.net) at `atMs`, milliseconds since 1970: the first six digits, hexadecimal and in
 * small letters, of the MD5 of the step, the key in hexadecimal and the PIN, one after the other.
 */
export function motpCode({ secret, pin }: MotpKey, atMs: number): string {
  const text = `${totpStep(atMs, motpSettings.period)}${hexOf(keyBytes(secret))}${pin}`;
  return hexOf(md5(new TextEncoder().encode(text))).slice(0, motpSettings.digits);
}
