import type { PasswordReason } from "../../shared/contract/errors.ts";
import { passwordMaximum } from "../../shared/contract/limits.ts";

/** What a new password is judged by, beside itself. */
export interface PasswordCircumstances {
  /** Fewest code points. */
  minimum: number;
  /** The person's address, where it is known. */
  email?: string;
  /** Whether it is the password already. */
  sameAsBefore?: boolean;
  /** Whether it is among the passwords that are tried first. */
  isCommon: boolean;
}

/** What the service calls itself: the first guess at a password made for it. */
const serviceName = "latchkey";

/** A part of an address shorter than this is in many a password by chance. */
const shortestTellingPart = 3;

/** Every reason to refuse a new password, the weightiest first; none for a good one (promises P2, P3). */
export function passwordReasons(password: string, circumstances: PasswordCircumstances): PasswordReason[] {
  const length = [...password.normalize("NFC")].length;
  const reasons: PasswordReason[] = [];
  if (length < circumstances.minimum) reasons.push("too_short");
  else if (circumstances.isCommon || isServiceName(password)) reasons.push("too_common");
  if (length > passwordMaximum) reasons.push("too_long");
  if (holdsAddress(password, circumstances.email)) reasons.push("contains_email");
  if (circumstances.sameAsBefore) reasons.push("same_as_before");
  return reasons;
}

/**
 * The hash suffixes in an answer of the range API, in capitals: lines of `SUFFIX:COUNT`, where a count of 0 is padding.
 * null where the text is anything else.
 */
export function breachedSuffixes(text: string): Set<string> | null {
  const lines = text.split(/\r?\n/).filter((line) => line !== "");
  if (!lines.every((line) => /^[0-9a-f]{35}:\d+$/i.test(line))) return null;
  const real = lines.filter((line) => !/:0+$/.test(line));
  return new Set(real.map((line) => line.slice(0, 35).toUpperCase()));
}

function isServiceName(password: string): boolean {
  return password.toLowerCase().includes(serviceName);
}

function holdsAddress(password: string, email: string | undefined): boolean {
  const localPart = email?.slice(0, email.lastIndexOf("@")).toLowerCase() ?? "";
  return localPart.length >= shortestTellingPart && password.toLowerCase().includes(localPart);
}
