import { exclusively } from "../exclusively.ts";
import { inMemory } from "../storage.ts";
import { fromBase64, toBase64 } from "./base64.ts";
import type { BrowserKeyKind } from "./browser-key-kind.ts";
import { deleteKeyDatabases, readKeyDatabase, writeKeyDatabase } from "./key-database.ts";
import { destroyKeyFile, keyFileBytes, readKeyFile, writeKeyFile } from "./key-file.ts";

const databaseOf = { browser: "latchkey", browser_parts: "latchkey-key" } as const;

/**
 * Whether the browser keeps keys for this window at all. Firefox does not in private windows, nor where it never remembers
 * history: databases and files of its extensions are refused there, while their storage stays.
 */
export async function keepsBrowserKeys(): Promise<boolean> {
  try {
    await Promise.all([indexedDB.databases(), navigator.storage.getDirectory()]);
    return true;
  } catch {
    return false;
  }
}

/** A key of this browser; undefined where there is none. Rejects where the browser cannot say. */
export async function findBrowserKey(kind: BrowserKeyKind): Promise<CryptoKey | undefined> {
  if (kind === "browser") return await readKeyDatabase(databaseOf.browser);
  const [inDatabase, inFile] = await Promise.all([readKeyDatabase(databaseOf.browser_parts), readKeyFile()]);
  return inDatabase && inFile && (await keyOfParts(inDatabase, inFile));
}

/** The file's part while the browser runs. It opens nothing without the other one, which no code can read out. */
const partInMemory = inMemory("keyFilePart");

/**
 * The key of two parts, with the file's from memory where that is: one question in the place of four. The file may be another
 * one by now, or gone: to show what a vault holds, and for nothing that is written.
 */
export async function findBrowserKeySoon(): Promise<CryptoKey | undefined> {
  const [inDatabase, kept] = await Promise.all([readKeyDatabase(databaseOf.browser_parts), partInMemory.read()]);
  const inFile = kept === undefined ? await readKeyFile() : fromBase64(kept);
  return inDatabase && inFile && (await keyOfParts(inDatabase, inFile));
}

/** Keeps the file's part in memory until the browser closes, or the key is forgotten. */
export async function keepPartInMemory(): Promise<void> {
  // Alone, so that a part that is being forgotten is not brought back.
  await exclusively("vault-key", async () => {
    const inFile = await readKeyFile();
    if (inFile) await partInMemory.write(toBase64(inFile));
    else await partInMemory.remove();
  });
}

/** The key of two parts. The first call makes it: AES-256, and no code can ever read it out. In windows alone. */
export async function makeBrowserKey(): Promise<CryptoKey> {
  return await exclusively("vault-key", async () => {
    const found = await findBrowserKey("browser_parts");
    if (found) return found;
    const inFile = crypto.getRandomValues(new Uint8Array(keyFileBytes));
    const random = crypto.getRandomValues(new Uint8Array(32));
    const inDatabase = await crypto.subtle.importKey("raw", random, "HKDF", false, ["deriveKey"]);
    await writeKeyFile(inFile);
    await writeKeyDatabase(databaseOf.browser_parts, inDatabase);
    await partInMemory.write(toBase64(inFile));
    return await keyOfParts(inDatabase, inFile);
  });
}

/**
 * Forgets keys of this browser, where there are any; what they sealed never opens again. The file is written over first:
 * with it gone, what a database leaves on the disk opens nothing. In windows alone.
 */
export async function forgetBrowserKeys(kinds: BrowserKeyKind[]): Promise<void> {
  await exclusively("vault-key", async () => {
    if (kinds.includes("browser_parts")) {
      await partInMemory.remove();
      await destroyKeyFile();
    }
    await deleteKeyDatabases(kinds.map((kind) => databaseOf[kind]));
  });
}

/** HKDF (RFC 5869) over the database's part, salted by the file's: without either, nothing of the key is known. */
async function keyOfParts(inDatabase: CryptoKey, inFile: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  const info = new TextEncoder().encode("latchkey vault, opened by this browser");
  return await crypto.subtle.deriveKey(
    { name: "HKDF", hash: "SHA-256", salt: inFile, info },
    inDatabase,
    { name: "AES-GCM", length: 256 },
    false,
    ["encrypt", "decrypt"],
  );
}
