import Argon2 from "@phi-ag/argon2";
import wasm from "@phi-ag/argon2/argon2.wasm";
import { argon2Text, argon2TextAsTyped } from "../../shared/argon2-text.ts";
import type { RandomBytes } from "../crypto/random.ts";
import { bcryptMatches } from "./foreign/bcrypt.ts";
import { pbkdf2Matches } from "./foreign/pbkdf2.ts";
import { scryptMatches } from "./foreign/scrypt.ts";

/** OWASP's first choice for Argon2id (promise P1); raise these, and each next sign-in hashes anew. */
export const argon2Parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1, hashLength: 32 } as const;

const saltBytes = 16;

/** A hash that no password has, in today's parameters, for checks that must cost the same and never succeed. */
export const dummyHash = `$argon2id$v=19$m=${argon2Parameters.memoryCost},t=${argon2Parameters.timeCost},p=${argon2Parameters.parallelism}$bm8gYWNjb3VudCBoZXJlIQ$MVIoTR9/aGUQ0DcN6aGM4GHeXb3bgHE4e1+LXq9yAFI`;

/** Hashes a password to an Argon2id PHC string with a fresh salt. */
export function hashPassword(password: string, random: RandomBytes): string {
  return argon2().hash(argon2Text(password), { ...argon2Parameters, salt: random(saltBytes) }).encoded;
}

/** Before the PHC string of a password that no longer signs in: whatever does not know of it takes it for a wrong one. */
export const voidMark = "void:";

/**
 * Whether `password` is the one that `stored` was made of, void or not. Other systems hash what is typed as it is; ours
 * composes it first, so a hash that may be theirs is tried with both where they differ.
 */
export function passwordMatches(stored: string, password: string): boolean {
  const hash = stored.replace(voidMark, "");
  const composed = password.normalize("NFC");
  const texts = needsRehash(hash) ? new Set([composed, password]) : [composed];
  return [...texts].some((text) => hashIsOf(hash, text));
}

function hashIsOf(hash: string, text: string): boolean {
  if (hash.startsWith("$2")) return bcryptMatches(hash, text);
  if (hash.startsWith("$scrypt$")) return scryptMatches(hash, text);
  if (hash.startsWith("$pbkdf2-")) return pbkdf2Matches(hash, text);
  return argon2().tryVerify(hash, argon2TextAsTyped(text)).success;
}

/** Whether `phc` is of another system or of other parameters than today's, and wants hashing anew. */
export function needsRehash(phc: string): boolean {
  const { memoryCost, timeCost, parallelism } = argon2Parameters;
  return !phc.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

// A fresh instance has a fresh memory: 19 MiB that are given back, with no password left lying in them.
function argon2(): Argon2 {
  return new Argon2(new WebAssembly.Instance(wasm, {}));
}
