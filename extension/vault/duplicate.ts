import type { OtpKey } from "../../shared/otp/otp-key.ts";
import { namesOf, type VaultEntry } from "./entry.ts";

/** An entry like a key that is to be added. `same_key`: it makes the same codes. `same_names`: only its names are the same. */
export interface Duplicate {
  kind: "same_key" | "same_names";
  entry: VaultEntry;
}

/** The entry that a new key would double, the same key before the same names. */
export function findDuplicate(entries: VaultEntry[], key: OtpKey): Duplicate | undefined {
  const sameKey = entries.find((entry) => codesOf(entry.key) === codesOf(key));
  if (sameKey) return { kind: "same_key", entry: sameKey };
  const sameNames = entries.find((entry) => {
    const names = namesOf(entry);
    return names.issuer === key.issuer && names.account === key.account;
  });
  return sameNames && { kind: "same_names", entry: sameNames };
}

/** All that a key's codes depend on, save where a counter stands. */
function codesOf(key: OtpKey): string {
  const { type, secret, algorithm, digits } = key;
  return [type, secret, algorithm, digits, key.type === "totp" ? key.period : ""].join();
}
