import { hotpValue } from "./hotp-value.ts";
import type { HotpKey } from "./otp-key.ts";

/** The code of `counter`, or of the key's own counter (RFC 4226 section 5.3). */
export function hotpCode(key: HotpKey, counter: number = key.counter): string {
  return hotpValue({ ...key, counter });
}
