import { toHex, toUtf8 } from "../../import/bytes.ts";
import { deriveByScrypt } from "../../import/derive-key.ts";
import type { ReadOptions } from "../../import/format.ts";
import { toBase64 } from "../../vault/base64.ts";
import type { VaultEntry } from "../../vault/entry.ts";
import { type Draw, sealAesGcm } from "../seal-file.ts";
import { aegisDatabase } from "./aegis.ts";

/** What Aegis itself asks for. */
const cost = { n: 32_768, r: 8, p: 1 };

/**
 * The entries as Aegis seals them (docs/vault.md of its repository, version 1): the database under a random key, and that
 * under a key by scrypt of the passphrase.
 */
export async function aegisSealed(
  entries: readonly VaultEntry[],
  passphrase: string,
  newId: () => string,
  draw: Draw,
  { onProgress }: Pick<ReadOptions, "onProgress">,
): Promise<string> {
  const [masterKey, salt, keyNonce, nonce] = [draw(32), draw(32), draw(12), draw(12)];
  const derived = await deriveByScrypt(passphrase, salt, cost, onProgress);
  if (!derived.ok) throw new Error(`our own parameters were refused: ${derived.code}`);
  const key = await sealAesGcm(derived.value, keyNonce, masterKey);
  const db = await sealAesGcm(masterKey, nonce, toUtf8(JSON.stringify(aegisDatabase(entries, newId))));
  const slot = {
    type: 1,
    uuid: newId(),
    key: toHex(key.sealed),
    key_params: { nonce: toHex(keyNonce), tag: toHex(key.tag) },
    ...cost,
    salt: toHex(salt),
    repaired: true,
    is_backup: false,
  };
  const header = { slots: [slot], params: { nonce: toHex(nonce), tag: toHex(db.tag) } };
  return `${JSON.stringify({ version: 1, header, db: toBase64(db.sealed) }, null, 4)}\n`;
}
