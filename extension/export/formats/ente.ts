import { toUtf8 } from "../../import/bytes.ts";
import { deriveByArgon2 } from "../../import/derive-key.ts";
import type { ReadOptions } from "../../import/format.ts";
import { sealSecretStream } from "../../import/secret-stream.ts";
import { toBase64 } from "../../vault/base64.ts";
import type { VaultEntry } from "../../vault/entry.ts";
import type { Draw } from "../seal-file.ts";
import { uriOf } from "./uri-list.ts";

/** libsodium's MODERATE, for a passphrase that is held to more than Ente asks for. */
const cost = { memoryKiB: 256 * 1024, iterations: 3, parallelism: 1 };

/** The entries as Ente Auth's plain export has them: links, with what it adds to them. */
export function enteExport(entries: readonly VaultEntry[]): string {
  return entries.map((entry) => `${linkOf(entry)}\n`).join("");
}

/** The same sealed by Argon2id and libsodium's secretstream (github.com/ente-io/ente, auth/docs). */
export async function enteSealed(
  entries: readonly VaultEntry[],
  passphrase: string,
  draw: Draw,
  options: Pick<ReadOptions, "onProgress" | "argon2">,
): Promise<string> {
  const [salt, header] = [draw(16), draw(24)];
  const derived = await deriveByArgon2(passphrase, salt, cost, options);
  if (!derived.ok) throw new Error(`our own parameters were refused: ${derived.code}`);
  const sealed = await sealSecretStream(derived.value, header, toUtf8(enteExport(entries)));
  const kdfParams = { memLimit: cost.memoryKiB * 1024, opsLimit: cost.iterations, salt: toBase64(salt) };
  return `${JSON.stringify({ version: 1, kdfParams, encryptedData: toBase64(sealed), encryptionNonce: toBase64(header) })}\n`;
}

function linkOf(entry: VaultEntry): string {
  const { pinned = false, tags = [], note = "" } = entry;
  const display = { pinned, trashed: false, lastUsedAt: 0, tapCount: 0, tags, note };
  return `${uriOf(entry)}&codeDisplay=${encodeURIComponent(JSON.stringify(display).toWellFormed())}`;
}
