import { Buffer } from "node:buffer";
import { pbkdf2Sync } from "node:crypto";
import { sha1 } from "@noble/hashes/legacy.js";
import { pbkdf2 } from "@noble/hashes/pbkdf2.js";
import { sha512 } from "@noble/hashes/sha2.js";
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
import { pbkdf2Sha256 } from "./pbkdf2-sha256.ts";
import { foreignLimits, nativePbkdf2Iterations } from "./rules.ts";

const digestBytes = { sha1: 20, sha256: 32, sha512: 64 } as const;
type Digest = keyof typeof digestBytes;

interface Written {
  digest: Digest;
  iterations: number;
  salt: { text: string; as: Notation };
  hash: { text: string; as: Notation };
}

/** PBKDF2 as PHC strings, and as passlib, Django and Werkzeug (Flask) write it, with SHA-1, SHA-256 or SHA-512. */
export const pbkdf2Form: ForeignForm = (text) => {
  if (!/^(?:\$pbkdf2(?:-sha(?:1|256|512))?\$|pbkdf2_sha|pbkdf2:)/.test(text)) return null;
  const written = readPhc(text) ?? readPasslib(text) ?? readDjango(text) ?? readWerkzeug(text);
  return written ? canonical(written) : fail("hash_malformed");
};

/**
 * Whether a canonical PBKDF2 hash is of this text: computed by the platform where that does it, up to `nativeMost`
 * iterations, and in JavaScript beyond.
 */
export function pbkdf2Matches(canonicalHash: string, text: string, nativeMost = nativePbkdf2Iterations): boolean {
  const written = readPhc(canonicalHash);
  if (!written) return false;
  const bytes = readSaltAndHash(written.salt, written.hash);
  if (!bytes.ok) return false;
  const { salt, hash } = bytes.value;
  const { digest, iterations } = written;
  const derived =
    iterations <= nativeMost
      ? pbkdf2Sync(text, salt, iterations, hash.length, digest)
      : deriveInJavaScript(written, Buffer.from(text, "utf8"), salt, hash.length);
  return sameBytes(derived, hash);
}

function deriveInJavaScript({ digest, iterations }: Written, text: Buffer, salt: Buffer, length: number): Buffer {
  if (digest === "sha256") return pbkdf2Sha256(text, salt, iterations).subarray(0, length);
  return Buffer.from(pbkdf2(digest === "sha1" ? sha1 : sha512, text, salt, { c: iterations, dkLen: length }));
}

function canonical({ digest, iterations, salt, hash }: Written): Outcome<string, HashRefusal> {
  if (Number.isNaN(iterations)) return fail("hash_malformed");
  if (iterations > foreignLimits.pbkdf2Iterations[digest]) return fail("hash_too_costly");
  const bytes = readSaltAndHash(salt, hash);
  if (!bytes.ok) return bytes;
  // More than one block of the digest would be that many times the work, and no stronger (RFC 8018 section 5.2).
  if (bytes.value.hash.length > digestBytes[digest]) return fail("hash_malformed");
  return ok(`$pbkdf2-${digest}$i=${iterations}$${toPhcBase64(bytes.value.salt)}$${toPhcBase64(bytes.value.hash)}`);
}

/** `$pbkdf2-sha256$i=600000$salt$hash`, with the hash's length as `l` or without. */
function readPhc(text: string): Written | null {
  return readBy(/^\$pbkdf2-(sha1|sha256|sha512)\$i=(\d+)(?:,l=\d+)?\$([^$]+)\$([^$]+)$/, text, "base64", "base64");
}

/** `$pbkdf2-sha256$29000$salt$hash`; SHA-1 has no name. */
function readPasslib(text: string): Written | null {
  const named = text.replace(/^\$pbkdf2\$/, "$pbkdf2-sha1$");
  return readBy(/^\$pbkdf2-(sha1|sha256|sha512)\$(\d+)\$([^$]+)\$([^$]+)$/, named, "base64", "base64");
}

/** `pbkdf2_sha256$600000$salt$hash`, the salt as plain text. */
function readDjango(text: string): Written | null {
  return readBy(/^pbkdf2_(sha1|sha256|sha512)\$(\d+)\$([^$]+)\$([^$]+)$/, text, "text", "base64");
}

/** `pbkdf2:sha256:600000$salt$hash`, the salt as plain text, the hash in hex. */
function readWerkzeug(text: string): Written | null {
  return readBy(/^pbkdf2:(sha1|sha256|sha512):(\d+)\$([^$]+)\$([^$]+)$/, text, "text", "hex");
}

function readBy(form: RegExp, text: string, saltAs: Notation, hashAs: Notation): Written | null {
  const parts = form.exec(text);
  if (!parts) return null;
  const [, digest, iterations, salt = "", hash = ""] = parts;
  return {
    digest: digest as Digest,
    iterations: wholeNumber(iterations),
    salt: { text: salt, as: saltAs },
    hash: { text: hash, as: hashAs },
  };
}
