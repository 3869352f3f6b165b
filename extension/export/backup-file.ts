import { toUtf8 } from "../import/bytes.ts";

/** Our own backup, as `docs/backup-format.md` describes it: `sealed` is AES-256-GCM over the JSON of `BackupContent`. */
export interface BackupFile {
  format: "latchkey-backup";
  version: 1;
  /** RFC 3339. */
  createdAt: string;
  kdf: { name: "argon2id"; memoryKiB: number; iterations: number; parallelism: number; salt: string };
  cipher: "AES-256-GCM";
  /** 96 bits, base64. */
  nonce: string;
  /** Ciphertext and tag, base64. */
  sealed: string;
}

export const backupVersion = 1;

/** The header in the one spelling that is authenticated with the content. */
export function backupHeader({
  format,
  version,
  createdAt,
  kdf,
  cipher,
  nonce,
}: Omit<BackupFile, "sealed">): Uint8Array<ArrayBuffer> {
  const { name, memoryKiB, iterations, parallelism, salt } = kdf;
  return toUtf8([format, version, createdAt, name, memoryKiB, iterations, parallelism, salt, cipher, nonce].join("\n"));
}
