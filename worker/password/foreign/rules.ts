/**
 * What a hash of another system may cost to check: about a second of CPU each, as measured in workerd on two cores of
 * 2026, and half of the 128 MB that an isolate has.
 */
export const foreignLimits = {
  memoryBytes: 64 * 1024 * 1024,
  /** Argon2: KiB of memory times passes. */
  argon2Work: 2 ** 20,
  argon2Parallelism: 16,
  /** scrypt: N times r times p; workerd computes no more. */
  scryptWork: 2 ** 20,
  /** scrypt: what it takes beside its large memory, for its blocks. */
  scryptBlocksBytes: 8 * 1024 * 1024,
  /** Each step doubles the work; 14 takes a second. */
  bcryptCost: { least: 4, most: 14 },
  pbkdf2Iterations: { sha1: 250_000, sha256: 1_300_000, sha512: 250_000 },
  saltBytes: { least: 8, most: 64 },
  hashBytes: { least: 16, most: 64 },
} as const;

/** Iterations of PBKDF2 up to which the platform computes it; Cloudflare refuses more. */
export const nativePbkdf2Iterations = 100_000;
