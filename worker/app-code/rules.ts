import type { TotpKey } from "../../shared/otp/otp-key.ts";

/** Bytes of a TOTP secret: 160 bits, as RFC 4226 section 4 R6 recommends (promise C1). */
export const secretBytes = 20;

/** How long a set-up waits to be confirmed. */
export const enrolmentLifetimeMinutes = 15;

/** Steps either side of now that are accepted, for clocks that are off (RFC 6238 section 5.2). */
export const stepWindow = 1;

/** Whose secret it is: sealed along with it, so that a row moved to another account does not open. */
export interface SecretOwner {
  accountId: string;
  methodId: string;
}

/** What a secret is sealed with beside itself. */
export function sealContext({ accountId, methodId }: SecretOwner): string[] {
  return ["app-code", accountId, methodId];
}

/** The key that an authenticator is given: 6 digits each 30 s by SHA-1, which every app knows. */
export function appKey(secret: string, account: string): TotpKey {
  return { type: "totp", secret, algorithm: "SHA1", digits: 6, period: 30, issuer: "Latchkey", account };
}
