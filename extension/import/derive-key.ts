import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { Argon2Job } from "./argon2.ts";
import { toUtf8 } from "./bytes.ts";
import type { ReadOptions } from "./format.ts";
import { importLimits } from "./limits.ts";

/** `damaged`: parameters that the function does not have; `too_costly`: more work than any real file asks for. */
export type DeriveFailure = "damaged" | "too_costly";
type Derived = Promise<Outcome<Uint8Array<ArrayBuffer>, DeriveFailure>>;

const keyBytes = 32;

/** A key of 32 bytes, or as many as asked for, by PBKDF2 (RFC 8018) of the password's UTF-8. */
export async function deriveByPbkdf2(
  password: string | Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number | undefined,
  hash: "SHA-1" | "SHA-256" | "SHA-512",
  bytes: number = keyBytes,
): Derived {
  if (!iterations) return fail("damaged");
  if (iterations > importLimits.pbkdf2Iterations) return fail("too_costly");
  const secret = typeof password === "string" ? toUtf8(password) : password;
  const key = await crypto.subtle.importKey("raw", secret, "PBKDF2", false, ["deriveBits"]);
  return ok(new Uint8Array(await crypto.subtle.deriveBits({ name: "PBKDF2", salt, iterations, hash }, key, bytes * 8)));
}

/** What scrypt (RFC 7914) is asked for. */
export interface ScryptCost {
  n: number | undefined;
  r: number | undefined;
  p: number | undefined;
}

/** A key of 32 bytes by scrypt of the password's UTF-8; the function is loaded when it is needed. */
export async function deriveByScrypt(
  password: string,
  salt: Uint8Array<ArrayBuffer>,
  { n, r, p }: ScryptCost,
  onProgress: ReadOptions["onProgress"],
): Derived {
  if (!n || !r || !p || n < 2 || (n & (n - 1)) !== 0) return fail("damaged");
  if (n * r > importLimits.scryptWork || n * r * p > importLimits.scryptWork) return fail("too_costly");
  const { scryptAsync } = await import("@noble/hashes/scrypt.js");
  const maxmem = 128 * r * (n + p) + 1024;
  const cost = { N: n, r, p, dkLen: keyBytes, maxmem, onProgress };
  return await unlessMemoryEnds(async () => await scryptAsync(toUtf8(password), salt, cost));
}

/** What Argon2 (RFC 9106) is asked for; Argon2id of today's version where nothing else is said. */
export interface Argon2Cost {
  memoryKiB: number | undefined;
  iterations: number | undefined;
  parallelism: number | undefined;
  type?: Argon2Job["type"];
  version?: Argon2Job["version"];
}

/** A key of 32 bytes by Argon2 of the password's UTF-8, or of bytes; what runs it is loaded when it is needed. */
export async function deriveByArgon2(
  password: string | Uint8Array<ArrayBuffer>,
  salt: Uint8Array<ArrayBuffer>,
  { memoryKiB, iterations, parallelism, type = "argon2id", version = 0x13 }: Argon2Cost,
  { onProgress, argon2 }: Pick<ReadOptions, "onProgress" | "argon2">,
): Derived {
  if (!memoryKiB || !iterations || !parallelism || salt.length < 8 || salt.length > 1024) return fail("damaged");
  if (memoryKiB < 8 * parallelism || parallelism > 16) return fail("damaged");
  if (memoryKiB > importLimits.argon2MemoryKiB || memoryKiB * iterations > importLimits.argon2Work) {
    return fail("too_costly");
  }
  const run = argon2 ?? (await import("./argon2-in-worker.ts")).argon2InWorker;
  const secret = typeof password === "string" ? toUtf8(password) : password;
  const job = { type, version, password: secret, salt, memoryKiB, iterations, parallelism, bytes: keyBytes };
  const key = await run(job, onProgress);
  return key ? ok(key) : fail("too_costly");
}

/** What was derived; `too_costly` where this machine has not the memory that was asked for. */
async function unlessMemoryEnds(derive: () => Promise<Uint8Array>): Derived {
  try {
    return ok(Uint8Array.from(await derive()));
  } catch (error) {
    if (error instanceof RangeError) return fail("too_costly");
    throw error;
  }
}
