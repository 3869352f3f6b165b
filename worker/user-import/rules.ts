import * as v from "valibot";
import type { Locale } from "../../shared/contract/account.ts";
import { emailLimit } from "../../shared/contract/limits.ts";
import { type PersonRow, personRow, type RefusalReason, rowLimitBytes } from "../../shared/contract/user-import.ts";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { type ImportedKey, readTotp } from "./totp.ts";

/** How long an import and its report are kept. */
export const importKeptDays = 30;

/** A row that may become an account, but for its password's hash, which is read by those who know hashes. */
export interface Person {
  email: string;
  emailVerified: boolean;
  passwordHash: string;
  locale: Locale;
  /** Milliseconds since 1970. */
  createdAt: number;
  apps: ImportedKey[];
}

/** Why a row is refused, and of `invalid_field` which one. */
export type Refusal = Outcome<never, RefusalReason, { field?: string }> & { ok: false };

/** What is known about a row beside itself. */
export interface RowCircumstances {
  /** Milliseconds since 1970. */
  now: number;
  /** Whether an address counts as verified where the row says nothing. */
  emailsVerified: boolean;
}

const newline = 0x0a;
const decoder = new TextDecoder("utf-8", { fatal: true, ignoreBOM: false });

/** The lines of a chunk as they are, without their ends; what follows the last end is a line only if it is something. */
export function splitLines(chunk: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = [];
  for (let from = 0; from < chunk.length; ) {
    const end = chunk.indexOf(newline, from);
    lines.push(chunk.subarray(from, end < 0 ? chunk.length : end));
    from = end < 0 ? chunk.length : end + 1;
  }
  return lines;
}

/** Reads one line as a person. Whatever it holds, nothing is thrown, and a refusal repeats nothing of it. */
export function readPerson(
  line: Uint8Array,
  { now, emailsVerified }: RowCircumstances,
): { ok: true; value: Person } | Refusal {
  const row = readRow(line);
  if (!row.ok) return row;
  const { email, passwordHash, locale = "en", emailVerified = emailsVerified, totp = [] } = row.value;
  // Folding may make an address longer; and half a surrogate pair is no text.
  if (email.normalize("NFKC").length > emailLimit || !email.isWellFormed())
    return fail("invalid_field", { field: "email" });
  const createdAt = row.value.createdAt === undefined ? now : Date.parse(row.value.createdAt);
  if (!(createdAt >= 0 && createdAt <= now)) return fail("invalid_field", { field: "createdAt" });
  const apps: ImportedKey[] = [];
  for (const text of totp) {
    const key = readTotp(text);
    if (!key.ok) return fail(key.code);
    apps.push(key.value);
  }
  // Who has proved neither the address nor anything to us must not come in by an app that they imported themselves.
  if (apps.length > 0 && !emailVerified) return fail("totp_needs_verified_email");
  return ok({ email, emailVerified, passwordHash, locale, createdAt, apps });
}

function readRow(line: Uint8Array): { ok: true; value: PersonRow } | Refusal {
  if (line.length > rowLimitBytes) return fail("too_long");
  const text = decoded(line);
  if (text === undefined) return fail("not_utf8");
  const parsed = v.safeParse(personRow, parsedJson(text), { abortEarly: true });
  if (parsed.success) return ok(parsed.output);
  const [issue] = parsed.issues;
  const field = issue.path?.[0]?.key;
  if (field === undefined) return fail("not_json");
  return typeof field === "string" && Object.hasOwn(personRow.entries, field)
    ? fail("invalid_field", { field })
    : fail("unknown_field");
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return decoder.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The object that a text is of; undefined for anything else. */
function parsedJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? undefined : value;
  } catch {
    return undefined;
  }
}
