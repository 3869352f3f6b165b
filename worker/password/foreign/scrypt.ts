import { scryptSync } from "node:crypto";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { sameBytes } from "../../crypto/constant-time.ts";
import {
  type ForeignForm,
  type HashRefusal,
  type Notation,
  readSaltAndHash,
  toPhcBase64,
  wholeNumber,
} from "./parts.ts";
import { foreignLimits } from "./rules.ts";

interface Written {
  /** log2 of N. */
  ln: number;
  r: number;
  p: number;
  salt: { text: string; as: Notation };
  hash: { text: string; as: Notation };
}

/** scrypt as PHC strings, which passlib writes too; as Django and as Werkzeug (Flask) write it. */
export const scryptForm: ForeignForm = (text) => {
  if (!/^(?:\$scrypt\$|scrypt[$:])/.test(text)) return null;
  const written = readPhc(text) ?? readDjango(text) ?? readWerkzeug(text);
  return written ? canonical(written) : fail("hash_malformed");
};

/** Whether a canonical scrypt hash is of this text. */
export function scryptMatches(canonicalHash: string, text: string): boolean {
  const written = readPhc(canonicalHash);
  if (!written) return false;
  const bytes = readSaltAndHash(written.salt, written.hash);
  if (!bytes.ok) return false;
  const { salt, hash } = bytes.value;
  const options = { N: 2 ** written.ln, r: written.r, p: written.p, maxmem: 2 * foreignLimits.memoryBytes };
  return sameBytes(scryptSync(text, salt, hash.length, options), hash);
}

function canonical({ ln, r, p, salt, hash }: Written): Outcome<string, HashRefusal> {
  if (!Number.isInteger(ln) || Number.isNaN(r + p)) return fail("hash_malformed");
  const { memoryBytes, scryptBlocksBytes, scryptWork } = foreignLimits;
  const isAffordable =
    128 * r * 2 ** ln <= memoryBytes && 128 * r * (p + 2) <= scryptBlocksBytes && 2 ** ln * r * p <= scryptWork;
  if (!isAffordable) return fail("hash_too_costly");
  // RFC 7914 section 6: N is less than 2 to the power of 128 times r, divided by 8.
  if (ln >= 16 * r) return fail("hash_malformed");
  const bytes = readSaltAndHash(salt, hash);
  if (!bytes.ok) return bytes;
  return ok(`$scrypt$ln=${ln},r=${r},p=${p}$${toPhcBase64(bytes.value.salt)}$${toPhcBase64(bytes.value.hash)}`);
}

function readPhc(text: string): Written | null {
  const parts = /^\$scrypt\$ln=(\d+),r=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(text);
  if (!parts) return null;
  const [, ln, r, p, salt = "", hash = ""] = parts;
  const costs = { ln: wholeNumber(ln), r: wholeNumber(r), p: wholeNumber(p) };
  return { ...costs, salt: { text: salt, as: "base64" }, hash: { text: hash, as: "base64" } };
}

/** `scrypt$N$salt$r$p$hash`, the salt as plain text. */
function readDjango(text: string): Written | null {
  const parts = /^scrypt\$(\d+)\$([^$]+)\$(\d+)\$(\d+)\$([^$]+)$/.exec(text);
  if (!parts) return null;
  const [, n, salt = "", r, p, hash = ""] = parts;
  const costs = { ln: Math.log2(wholeNumber(n)), r: wholeNumber(r), p: wholeNumber(p) };
  return { ...costs, salt: { text: salt, as: "text" }, hash: { text: hash, as: "base64" } };
}

/** `scrypt:N:r:p$salt$hash`, the salt as plain text, the hash in hex. */
function readWerkzeug(text: string): Written | null {
  const parts = /^scrypt:(\d+):(\d+):(\d+)\$([^$]+)\$([^$]+)$/.exec(text);
  if (!parts) return null;
  const [, n, r, p, salt = "", hash = ""] = parts;
  const costs = { ln: Math.log2(wholeNumber(n)), r: wholeNumber(r), p: wholeNumber(p) };
  return { ...costs, salt: { text: salt, as: "text" }, hash: { text: hash, as: "hex" } };
}
