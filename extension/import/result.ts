import type { OtpKey } from "../../shared/otp/otp-key.ts";
import type { OtpauthUriError, RefusedLink } from "../../shared/otp/otpauth-uri.ts";
import type { Outcome } from "../../shared/outcome.ts";
import type { VaultEntry } from "../vault/entry.ts";

/** Every program and kind of file that is read. */
export const formatNames = {
  "latchkey-backup": "Latchkey",
  aegis: "Aegis",
  "two-fas": "2FAS",
  bitwarden: "Bitwarden",
  "ente-auth": "Ente Auth",
  "proton-authenticator": "Proton Authenticator",
  "proton-pass": "Proton Pass",
  "authenticator-extension": "Authenticator",
  andotp: "andOTP",
  freeotp: "FreeOTP",
  "freeotp-plus": "FreeOTP+",
  stratum: "Stratum",
  raivo: "Raivo",
  "one-password": "1Password",
  keepass: "KeePass",
  "apple-passwords": "Apple Passwords",
  dashlane: "Dashlane",
  lastpass: "LastPass",
  "lastpass-authenticator": "LastPass Authenticator",
  authy: "Authy",
  duo: "Duo Mobile",
  "battle-net": "Battle.net",
  steam: "Steam",
  "totp-authenticator": "TOTP Authenticator",
  google: "Google Authenticator",
  "uri-list": "otpauth",
} as const;

export type FormatId = keyof typeof formatNames;

/** An account as a file has it: its key, and all else of an entry, of which a file may have any part. */
export interface ImportedEntry extends Omit<VaultEntry, "id" | "key" | "addedAt"> {
  key: OtpKey;
  /** RFC 3339; only our own backups know it. */
  addedAt?: string;
}

/**
 * Why one entry of a file cannot be read. Beside what may be wrong with any key: `not_an_entry`: it lacks what an entry
 * has; `sealed`: it does not open, though others did; `in_bin`: it had been thrown away there;
 * `bad_migration`: it is a QR code of Google's export that is damaged.
 */
export type RefusalReason = OtpauthUriError | "not_an_entry" | "sealed" | "in_bin" | "bad_migration";

/** The key of one entry, or why there is none. */
export type ReadKey = Outcome<OtpKey, RefusalReason, RefusedLink>;

/** An entry that cannot be read; `name` is what it is called there, or its place such as `#3`. */
export interface RefusedEntry {
  name: string;
  why: RefusalReason;
  /** The first character of its key that no key has. */
  character?: string;
}

/** Which parts of an export over several QR codes are in a file; parts are counted from 1. */
export interface ExportParts {
  /** Parts of the same export have the same one. */
  export: string;
  have: number[];
  of: number;
}

/** What a file holds: nothing in it is left out of these three without a word. */
export interface Imported {
  format: FormatId;
  entries: ImportedEntry[];
  refused: RefusedEntry[];
  /** Logins and notes of a password manager that make no codes. */
  withoutCodes: number;
  /** For each export that is spread over several QR codes. */
  parts?: ExportParts[];
}

/**
 * Why a whole file cannot be read. `damaged`: of a known kind, and not as that kind must be; `too_large`: more than any
 * real export holds; `too_costly`: its password would take unreasonably long to try; `other_key`: only the program that
 * wrote it has the key; `newer`: of a version that is not known here; `unknown_cipher`: sealed by one that is not known here;
 * `nothing_found`: a picture without a QR code.
 */
export type ImportFailure =
  | "not_recognised"
  | "damaged"
  | "too_large"
  | "too_costly"
  | "other_key"
  | "newer"
  | "password_needed"
  | "wrong_password"
  | "unknown_cipher"
  | "nothing_found";
