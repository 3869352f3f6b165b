import type { VaultEntry } from "../../vault/entry.ts";
import { toUtf8 } from "../bytes.ts";

/** Our own backup, as `docs/backup-format.md` describes it: `sealed` is AES-256-GCM over the JSON of `BackupContent`. */
export interface BackupFile {
  format: "latchkey-backup";
  /** 2 where an entry is of a kind that version 1 doesn't have. */
  version: 1 | 2;
  /** RFC 3339. */
  createdAt: string;
  kdf: { name: "argon2id"; memoryKiB: number; iterations: number; parallelism: number; salt: string };
  cipher: "AES-256-GCM";
  /** 96 bits, base64. */
  nonce: string;
  /** Ciphertext and tag, base64. */
  sealed: string;
}

/** The newest version that is read. */
export const newestBackupVersion = 2;

/** The lowest version that has all that these entries need, so that an older Latchkey reads what it can. */
export function backupVersionOf(entries: readonly Pick<VaultEntry, "key">[]): BackupFile["version"] {
  return entries.some(({ key }) => key.type === "motp" || key.type === "yandex") ? 2 : 1;
}

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
