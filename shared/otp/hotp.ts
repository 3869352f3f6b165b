import { HOTP, Secret } from "otpauth";
import type { HotpKey } from "./otp-key.ts";

/** The code of `counter`, or of the key's own counter (RFC 4226 section 5.3). */
export function hotpCode(key: HotpKey, counter: number = key.counter): string {
  const { algorithm, digits } = key;
  return HOTP.generate({ secret: Secret.fromBase32(key.secret), algorithm, digits, counter });
}
