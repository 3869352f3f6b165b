import type { TimedKey } from "./otp-key.ts";
import { steamCode } from "./steam.ts";
import { totpCode } from "./totp.ts";

/** The code of any key by time at `atMs`, milliseconds since 1970. */
export function timedCode(key: TimedKey, atMs: number): string {
  return key.type === "steam" ? steamCode(key, atMs) : totpCode(key, atMs);
}
