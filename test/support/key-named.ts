import { base32KeyOf } from "../../shared/otp/base32-key.ts";
import type { TotpKey } from "../../shared/otp/otp-key.ts";

/** What every key of `keyNamed` begins with. */
export const secretStart = "JBSWY3DP";

/** A key of its own for each name, and the same one each time. */
export function keyNamed(name: string): TotpKey {
  const secret = base32KeyOf(new TextEncoder().encode(`Hello${name}`));
  if (!secret.ok) throw new Error("no name is that long");
  return {
    type: "totp",
    secret: secret.value,
    algorithm: "SHA1",
    digits: 6,
    period: 30,
    issuer: name,
    account: "ana",
  };
}
