import { Buffer } from "node:buffer";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { foreignLimits } from "./rules.ts";

/** Why a hash is not taken: of no form that is known, damaged, too costly to check here, or made by a bcrypt that was broken. */
export type HashRefusal = "hash_unknown" | "hash_malformed" | "hash_too_costly" | "hash_bcrypt_2x";

/** A form of hashes: its one canonical text, by which it is kept and checked; null where `text` is of another form. */
export type ForeignForm = (text: string) => Outcome<string, HashRefusal> | null;

/** A salt and a hash as bytes. */
export interface SaltAndHash {
  salt: Buffer;
  hash: Buffer;
}

/** How a form writes its bytes: base64 with either of two alphabets, padded or not; hex; the salt also as plain text. */
export type Notation = "base64" | "hex" | "text";

/** The bytes of a salt and a hash, where they are written right and their lengths are sane. */
export function readSaltAndHash(
  salt: { text: string; as: Notation },
  hash: { text: string; as: Notation },
): Outcome<SaltAndHash, "hash_malformed"> {
  const bytes = { salt: bytesOf(salt.text, salt.as), hash: bytesOf(hash.text, hash.as) };
  const { saltBytes, hashBytes } = foreignLimits;
  const isSane = isBetween(bytes.salt.length, saltBytes) && isBetween(bytes.hash.length, hashBytes);
  return isSane ? ok(bytes) : fail("hash_malformed");
}

/** Bytes in the base64 of PHC strings: the standard alphabet, without padding. */
export function toPhcBase64(bytes: Buffer): string {
  return bytes.toString("base64").replace(/=+$/, "");
}

/** A whole number as a hash writes it, without leading zeros; NaN, which is within no limit, for any other text. */
export function wholeNumber(text: string | undefined): number {
  return text !== undefined && /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
}

/** Whether `value` is within both limits. */
export function isBetween(value: number, { least, most }: { least: number; most: number }): boolean {
  return value >= least && value <= most;
}

/** passlib writes a dot for the plus of base64. What is not of the notation is no bytes at all. */
function bytesOf(text: string, notation: Notation): Buffer {
  if (notation === "text") return Buffer.from(text, "utf8");
  if (notation === "hex") return /^(?:[0-9a-f]{2})*$/i.test(text) ? Buffer.from(text, "hex") : Buffer.alloc(0);
  return /^[A-Za-z0-9+/.]*={0,2}$/.test(text) ? Buffer.from(text.replaceAll(".", "+"), "base64") : Buffer.alloc(0);
}
