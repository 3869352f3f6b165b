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

/** What an app computes its codes by. */
export type CodeForm = Pick<TotpKey, "algorithm" | "period">;

/** What every app knows, and every key that is given out here has. */
export const ownForm: CodeForm = { algorithm: "SHA1", period: 30 };

/** The key of an authenticator: 6 digits, by default each 30 s by SHA-1; others only where they were imported. */
export function totpKey(secret: string, account: string, form: CodeForm = ownForm): TotpKey {
  return { type: "totp", secret, ...form, digits: 6, issuer: "Latchkey", account };
}
