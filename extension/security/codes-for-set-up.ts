import type { AppEnrolment } from "../../shared/contract/totp.ts";
import { parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { totpCode } from "../../shared/otp/totp.ts";

/** The codes of a key that is being set up: of the step before, and of this moment. Null where it is no key by time. */
export function codesForSetUp({ uri }: AppEnrolment, nowMs: number): { before: string; now: string } | null {
  const key = parseOtpauthUri(uri);
  if (!key.ok || key.value.type !== "totp") return null;
  return { before: totpCode(key.value, nowMs - key.value.period * 1000), now: totpCode(key.value, nowMs) };
}
