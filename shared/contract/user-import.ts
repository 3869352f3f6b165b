import * as v from "valibot";
import { locales } from "./account.ts";
import { emailAddress } from "./email-address.ts";
import { timestamp } from "./timestamp.ts";

/** Most bytes of one chunk of rows. */
export const chunkLimitBytes = 1024 * 1024;

/** Most rows of one chunk. */
export const chunkRows = 1000;

/** Most bytes of one row. */
export const rowLimitBytes = 8 * 1024;

/** Most authenticator apps of one person. */
export const appsOfAPerson = 3;

/** Longest hash of a password, in code units. */
export const passwordHashLimit = 512;

/** Why a row was refused. Reasons are only ever added. */
export const refusalReasons = [
  "not_utf8",
  "not_json",
  "too_long",
  "unknown_field",
  "invalid_field",
  "hash_unknown",
  "hash_malformed",
  "hash_too_costly",
  "hash_bcrypt_2x",
  "totp_malformed",
  "totp_unsupported",
  "totp_secret_too_short",
  "totp_needs_verified_email",
  "already_here",
] as const;
export type RefusalReason = (typeof refusalReasons)[number];

/** One person, as a line of JSON. No field takes a plain password, and one that is not named here refuses the row. */
export const personRow = v.strictObject({
  email: emailAddress,
  /** Whether the address was proved to be the person's; what the import says holds where the row says nothing. */
  emailVerified: v.optional(v.boolean()),
  passwordHash: v.pipe(v.string(), v.minLength(1), v.maxLength(passwordHashLimit)),
  locale: v.optional(v.picklist(locales)),
  createdAt: v.optional(v.pipe(v.string(), v.isoTimestamp())),
  /** Secrets of authenticator apps: `otpauth` links, or base32. */
  totp: v.optional(v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(2048))), v.maxLength(appsOfAPerson))),
});
export type PersonRow = v.InferOutput<typeof personRow>;

export const startImportBody = v.object({
  /** SHA-256 of the file in hex: by it an import that was begun is found again. */
  fingerprint: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))),
  /** Whether addresses count as verified where their row says nothing. */
  emailsVerified: v.optional(v.boolean(), false),
});

/** How far an import has come. */
export const importProgress = v.object({
  id: v.string(),
  createdAt: timestamp,
  emailsVerified: v.boolean(),
  /** Rows that were judged: where the next chunk begins. */
  rows: v.number(),
  /** Rows that became accounts. */
  added: v.number(),
  /** Rows that were refused; `GET .../refused` says which and why. */
  refused: v.number(),
});
export type ImportProgress = v.InferOutput<typeof importProgress>;

/** Where a chunk begins: how many rows of the file come before it. */
export const rowsQuery = v.object({
  offset: v.pipe(v.string(), v.regex(/^\d{1,9}$/), v.transform(Number)),
});

/** A line of the report on refused rows. */
export const refusedRow = v.object({
  /** Which row of the file, from 1. */
  row: v.number(),
  reason: v.picklist(refusalReasons),
  /** `invalid_field`: which one. */
  field: v.optional(v.string()),
});
export type RefusedRow = v.InferOutput<typeof refusedRow>;
