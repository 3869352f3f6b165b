import { formatOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";
import { namesOf, type VaultEntry } from "../../vault/entry.ts";

/** The entries as otpauth links, one on each line. */
export function uriListExport(entries: readonly VaultEntry[]): string {
  return entries.map((entry) => `${uriOf(entry)}\n`).join("");
}

/** The link of one entry, by the names that the person gave it. */
export function uriOf(entry: VaultEntry): string {
  return formatOtpauthUri({ ...entry.key, ...namesOf(entry) });
}
