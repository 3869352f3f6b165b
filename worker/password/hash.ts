import { argon2Text } from "../../shared/argon2-text.ts";
import type { RandomBytes } from "../crypto/random.ts";
import { argon2Parameters, withArgon2 } from "./argon2.ts";
import { argon2Matches } from "./foreign/argon2.ts";
import { bcryptMatches } from "./foreign/bcrypt.ts";
import { pbkdf2Matches } from "./foreign/pbkdf2.ts";
import { readForeignHash } from "./foreign/read.ts";
import { scryptMatches } from "./foreign/scrypt.ts";
import { takeTurn } from "./foreign/turn.ts";

const saltBytes = 16;

/** Hashes a password to an Argon2id PHC string with a fresh salt. */
export function hashPassword(password: string, random: RandomBytes): string {
  return withArgon2(
    argon2Parameters.memoryCost,
    (argon2) => argon2.hash(argon2Text(password), { ...argon2Parameters, salt: random(saltBytes) }).encoded,
  );
}

/**
 * Whether `password` is the one that `stored` was made of, void or not. Other systems hash what is typed as it is; ours
 * composes it first, so a hash that may be theirs is tried with both where they differ. A hash that cannot be computed
 * here is of no password, and a line of the log says so (promise M2).
 */
export async function passwordMatches(stored: string, password: string): Promise<boolean> {
  const hash = stored.replace(voidMark, "");
  const composed = password.normalize("NFC");
  if (!needsRehash(hash)) return hashIsOf(hash, composed);
  for (const text of new Set([composed, password])) {
    await takeTurn();
    if (hashIsOf(hash, text)) return true;
  }
  return false;
}

function hashIsOf(hash: string, text: string): boolean {
  try {
    if (needsRehash(hash)) checkStillReadable(hash);
    if (hash.startsWith("$2")) return bcryptMatches(hash, text);
    if (hash.startsWith("$scrypt$")) return scryptMatches(hash, text);
    if (hash.startsWith("$pbkdf2-")) return pbkdf2Matches(hash, text);
    return argon2Matches(hash, text);
  } catch (error) {
    const algorithm = /^\$([a-z\d-]+)\$/.exec(hash)?.[1] ?? "unknown";
    console.error(`a stored password hash cannot be verified (${algorithm}): ${(error as Error).message}`);
    return false;
  }
}

/** Throws for what an import would refuse today: it was kept under other limits, or by another hand. */
function checkStillReadable(hash: string): void {
  const read = readForeignHash(hash);
  if (!read.ok) throw new Error(read.code);
}

/** Whether `phc` is of another system or of other parameters than today's, and wants hashing anew. */
export function needsRehash(phc: string): boolean {
  const { memoryCost, timeCost, parallelism } = argon2Parameters;
  return !phc.startsWith(`$argon2id$v=19$m=${memoryCost},t=${timeCost},p=${parallelism}$`);
}

/** A hash that no password has, in today's parameters, for checks that must cost the same and never succeed. */
export const dummyHash = `$argon2id$v=19$m=${argon2Parameters.memoryCost},t=${argon2Parameters.timeCost},p=${argon2Parameters.parallelism}$bm8gYWNjb3VudCBoZXJlIQ$MVIoTR9/aGUQ0DcN6aGM4GHeXb3bgHE4e1+LXq9yAFI`;

/** Before the PHC string of a password that no longer signs in: whatever does not know of it takes it for a wrong one. */
export const voidMark = "void:";

/** What stands in the place of a password until its owner has chosen one: no text is right, and it is void as well. */
export const noPassword = voidMark + dummyHash;

/** Whether the hash is that of a password which signs in no more. */
export function passwordIsVoid(hash: string): boolean {
  return hash.startsWith(voidMark);
}
