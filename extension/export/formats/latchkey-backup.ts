import { toUtf8 } from "../../import/bytes.ts";
import { deriveByArgon2 } from "../../import/derive-key.ts";
import type { ReadOptions } from "../../import/format.ts";
import { type BackupFile, backupHeader, backupVersionOf } from "../../import/formats/backup-file.ts";
import { toBase64 } from "../../vault/base64.ts";
import type { VaultEntry } from "../../vault/entry.ts";

/** As the vault's own passphrase (promise E2): 64 MiB, three passes. */
const cost = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 1 };

/** Random bytes that a backup needs, for the caller to draw. */
export interface BackupRandom {
  /** 16 bytes. */
  salt: Uint8Array<ArrayBuffer>;
  /** 12 bytes (NIST SP 800-38D 5.2.1.1). */
  nonce: Uint8Array<ArrayBuffer>;
}

/** What backups draw their salt and nonce from in the browser. */
export function drawBackupRandom(): BackupRandom {
  return { salt: crypto.getRandomValues(new Uint8Array(16)), nonce: crypto.getRandomValues(new Uint8Array(12)) };
}

/** A backup of all that the entries hold, sealed under a passphrase (docs/backup-format.md). */
export async function makeBackup(
  entries: readonly VaultEntry[],
  passphrase: string,
  now: Date,
  { salt, nonce }: BackupRandom,
  options: Pick<ReadOptions, "onProgress" | "argon2"> = {},
): Promise<string> {
  const header: Omit<BackupFile, "sealed"> = {
    format: "latchkey-backup",
    version: backupVersionOf(entries),
    createdAt: now.toISOString(),
    kdf: { name: "argon2id", ...cost, salt: toBase64(salt) },
    cipher: "AES-256-GCM",
    nonce: toBase64(nonce),
  };
  const derived = await deriveByArgon2(passphrase.normalize("NFC"), salt, cost, options);
  if (!derived.ok) throw new Error(`our own parameters were refused: ${derived.code}`);
  const key = await crypto.subtle.importKey("raw", derived.value, "AES-GCM", false, ["encrypt"]);
  const sealed = await crypto.subtle.encrypt(
    { name: "AES-GCM", iv: nonce, additionalData: backupHeader(header) },
    key,
    toUtf8(JSON.stringify({ entries })),
  );
  return `${JSON.stringify({ ...header, sealed: toBase64(new Uint8Array(sealed)) }, null, 1)}\n`;
}
