import { type OtpKey, otpLimits } from "../../shared/otp/otp-key.ts";
import { type OtpauthUriError, parseOtpauthUri } from "../../shared/otp/otpauth-uri.ts";
import { isMigrationUri, readMigrationUri } from "../import/formats/google.ts";

/** One thing that a scanned or pasted text holds. */
export type Scanned =
  | { kind: "key"; key: OtpKey }
  /** An export of Google Authenticator, whole or one part of several; what reads it is the importer of that format. */
  | { kind: "migration"; link: string }
  /** Such an export that is damaged or not complete. */
  | { kind: "bad_migration"; start: string }
  /** A link of ours to read that is damaged. */
  | { kind: "bad_link"; start: string; why: OtpauthUriError }
  /** A text that has nothing to do with codes. */
  | { kind: "other"; start: string };

/** The most links that are taken from one text. */
const mostLinks = 1000;
const startLength = 24;

/**
 * What a text holds: one QR code's, or what was pasted, where each line or space may begin another link.
 * It is the one way in for scanned text, from whatever source. Never throws, whatever the text.
 */
export function readScannedText(text: string): Scanned[] {
  const links = linksIn(text);
  if (links.length === 0) return text.trim() === "" ? [] : [{ kind: "other", start: startOf(text) }];
  return links.map(readLink);
}

function readLink(link: string): Scanned {
  if (isMigrationUri(link)) {
    const read = readMigrationUri(link);
    return !read.ok && read.code === "damaged"
      ? { kind: "bad_migration", start: startOf(link) }
      : { kind: "migration", link };
  }
  const key = parseOtpauthUri(link);
  return key.ok ? { kind: "key", key: key.value } : { kind: "bad_link", start: startOf(link), why: key.code };
}

/** The links of a text, each up to where the next begins: names in them may hold spaces that were not encoded. */
function linksIn(text: string): string[] {
  if (text.length > otpLimits.text * 64) return [];
  const starts = [...text.matchAll(/(?<![\w%+-])(?:otpauth(?:-migration)?|steam|motp):\/\//gi)].slice(0, mostLinks);
  return starts.map(({ index }, at) => {
    const link = text.slice(index, starts[at + 1]?.index ?? text.length);
    // A line's end, and the comma or quote of a list, are no part of a link.
    return (link.split(/[\r\n\t]/, 1)[0] ?? "").replace(/[\s",;']+$/, "");
  });
}

/** Enough to know it by, and never the secret, which comes later in a link. */
function startOf(text: string): string {
  const trimmed = text.trim().split("?", 1)[0] ?? "";
  return trimmed.length > startLength ? `${trimmed.slice(0, startLength)}…` : trimmed;
}
