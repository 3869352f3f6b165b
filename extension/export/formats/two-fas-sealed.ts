import { joined, toUtf8 } from "../../import/bytes.ts";
import { deriveByPbkdf2 } from "../../import/derive-key.ts";
import { toBase64 } from "../../vault/base64.ts";
import type { VaultEntry } from "../../vault/entry.ts";
import { type Draw, sealAesGcm } from "../seal-file.ts";
import { twoFasBackup } from "./two-fas.ts";

const iterations = 10_000;
const saltBytes = 256;

/** A text that 2FAS seals beside the accounts, and looks for to know that a passphrase is right. */
const reference =
  "tRViSsLKzd86Hprh4ceC2OP7xazn4rrt4xhfEUbOjxLX8Rc3mkISXE0lWbmnWfggogbBJhtYgpK6fMl1D6mtsy92R3HkdGfwuXbzLebqVFJsR7IZ2w58t938iymwG4824igYy1wi6n2WDpO1Q1P69zwJGs2F5a1qP4MyIiDSD7NCV2OvidXQCBnDlGfmz0f1BQySRkkt4ryiJeCjD2o4QsveJ9uDBUn8ELyOrESv5R5DMDkD4iAF8TXU7KyoJujd";

/** The entries as a 2FAS backup of schema 4 seals them: PBKDF2-SHA-256 and AES-256-GCM. */
export async function twoFasSealed(
  entries: readonly VaultEntry[],
  passphrase: string,
  now: Date,
  newId: () => string,
  draw: Draw,
): Promise<string> {
  const salt = draw(saltBytes);
  const derived = await deriveByPbkdf2(passphrase, salt, iterations, "SHA-256");
  if (!derived.ok) throw new Error(`our own parameters were refused: ${derived.code}`);
  const seal = async (text: string) => {
    const nonce = draw(12);
    const { sealed, tag } = await sealAesGcm(derived.value, nonce, toUtf8(text));
    return [joined(sealed, tag), salt, nonce].map((part) => toBase64(part)).join(":");
  };
  const { services, ...backup } = twoFasBackup(entries, now, newId);
  const servicesEncrypted = await seal(JSON.stringify(services));
  return `${JSON.stringify({ services: [], ...backup, servicesEncrypted, reference: await seal(reference) })}\n`;
}
