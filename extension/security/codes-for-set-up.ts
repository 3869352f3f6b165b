import type { TotpKey } from "../../shared/otp/otp-key.ts";
import { totpCode } from "../../shared/otp/totp.ts";

/** The codes of a key that is being set up: of the step before, and of this moment. */
export function codesForSetUp(key: TotpKey, nowMs: number): { before: string; now: string } {
  return { before: totpCode(key, nowMs - key.period * 1000), now: totpCode(key, nowMs) };
}
