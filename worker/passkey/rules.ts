import type { Amr } from "../../shared/contract/session.ts";

/** Passkeys of one account at most: more than anybody has, and few enough to name them all in a request. */
export const passkeysAtMost = 20;

/** Signatures that are asked for, the best first, as COSE numbers (RFC 9053): Ed25519, ES256, RS256 of Windows Hello. */
export const algorithms = [-8, -7, -257];

/**
 * Whether a signature counter tells of a copy (WebAuthn L3 6.1.1): it has to grow, unless the authenticator keeps none
 * and always says zero, as those do that sync.
 */
export function counterWentBack(stored: number, presented: number): boolean {
  return (stored > 0 || presented > 0) && presented <= stored;
}

/**
 * What a passkey proves, by RFC 8176. `mfa` always: alone it has to verify the person, and everywhere else it stands
 * beside a password that was right.
 */
export function passkeyAmr(backupEligible: boolean): Amr[] {
  return [backupEligible ? "swk" : "hwk", "user", "mfa"];
}

// From github.com/passkeydeveloper/passkey-authenticator-aaguids; only what people are likely to have.
const providers: Record<string, string> = {
  "fbfc3007-154e-4ecc-8c0b-6e020557d7bd": "Apple Passwords",
  "dd4ec289-e01d-41c9-bb89-70fa845d4bf2": "iCloud Keychain",
  "ea9b8d66-4d01-1d21-3ce4-b6b48cb575d4": "Google Password Manager",
  "adce0002-35bc-c60a-648b-0b25f1f05503": "Chrome on Mac",
  "08987058-cadc-4b81-b6e1-30de50dcbe96": "Windows Hello",
  "9ddd1817-af5a-4672-a2b9-3e3dd95000a9": "Windows Hello",
  "6028b017-b1d4-4c02-b4b3-afcdafc96bb2": "Windows Hello",
  "53414d53-554e-4700-0000-000000000000": "Samsung Pass",
  "bada5566-a7aa-401f-bd96-45619a55120d": "1Password",
  "d548826e-79b4-db40-a3d8-11116f7e8349": "Bitwarden",
  "531126d6-e717-415c-9320-3d9aa6981239": "Dashlane",
  "b84e4048-15dc-4dd0-8640-f4f60813c8af": "NordPass",
  "0ea242b4-43c4-4a1b-8b17-dd6d0b6baec6": "Keeper",
  "f3809540-7f14-49c1-a8b3-8f813b225541": "Enpass",
  "50726f74-6f6e-5061-7373-50726f746f6e": "Proton Pass",
  "fdb141b2-5d84-443e-8a35-4698c205a502": "KeePassXC",
};

/** What keeps a passkey, by the AAGUID that it says of itself; null where nobody knows. For people, never to decide by. */
export function providerName(aaguid: string): string | null {
  return providers[aaguid] ?? null;
}
