import { hash } from "node:crypto";
import { cp, glob, mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ecb } from "@noble/ciphers/aes.js";
import type { Page } from "playwright-core";
import { unsealVault } from "../../../extension/vault/seal.ts";
import type { SealedVault } from "../../../extension/vault/sealed-vault.ts";

const windowBytes = 32;
/** 32 random bytes have fewer different ones, or fewer that no ASCII text has, once in eight million times. */
const atLeast = { different: 16, beyondAscii: 3 } as const;
const info = Buffer.from("latchkey vault, opened by this browser\u0001");

/** Makes a key for AES-256 of 32 bytes that somebody found. */
export type KeyOfWindow = (window: Uint8Array) => Uint8Array;

/** The bytes are the key. */
export const asTheKey: KeyOfWindow = (window) => window;
/** The bytes are what lies in the file, beside what lies in the database. */
export const asThePartInTheFile =
  (inDatabase: Buffer): KeyOfWindow =>
  (window) =>
    hmac(hmac(window, inDatabase), info);
/** The bytes are what lies in the database, beside what lies in the file. */
export const asThePartInTheDatabase =
  (inFile: Buffer): KeyOfWindow =>
  (window) =>
    hmac(hmac(inFile, window), info);

/** HMAC-SHA-256 under 32 bytes; two of them are HKDF of one block (RFC 5869), far quicker than by key objects. */
function hmac(key: Uint8Array, text: Uint8Array): Buffer {
  const padded = (pad: number) => {
    const bytes = Buffer.alloc(64, pad);
    for (const [index, byte] of key.entries()) bytes[index] = byte ^ pad;
    return bytes;
  };
  const inner = hash("sha256", Buffer.concat([padded(0x36), text]), "buffer");
  return hash("sha256", Buffer.concat([padded(0x5c), inner]), "buffer");
}

/** The vault's two copies as this window's extension has them stored. */
export async function sealedCopies(popup: Page): Promise<SealedVault[]> {
  const stored = await popup.evaluate(() => chrome.storage.local.get(["vault", "vaultPrevious"]));
  return Object.values(stored) as SealedVault[];
}

/** What of the key lies in the extension's file. */
export async function partInFile(popup: Page): Promise<Buffer> {
  const bytes = await popup.evaluate(async () => {
    const folder = await navigator.storage.getDirectory();
    const file = await (await folder.getFileHandle("latchkey-vault-key")).getFile();
    return [...new Uint8Array(await file.arrayBuffer())];
  });
  return Buffer.from(bytes);
}

/** 32 bytes that open something, and where they lie. */
export interface Opened {
  window: Buffer;
  path: string;
}

/** Copies a profile's folder, and answers what in it opens something. */
export type Search = (folder: string) => Promise<Opened[]>;

/** A search that tries every 32 bytes of every file, in each way, as a key of each of the vaults; the same bytes but once. */
export function searchFor(sealed: SealedVault[], ways: KeyOfWindow[]): Search {
  const seen = new Set<string>();
  const tried = new Set<string>();
  return async (folder) => {
    const copy = await mkdtemp(join(tmpdir(), "latchkey-copy-"));
    try {
      // A running browser's socket is nothing to copy.
      await cp(folder, copy, { recursive: true, filter: (path) => !/Singleton/.test(path) });
      const found: Opened[] = [];
      for await (const path of glob("**", { cwd: copy })) {
        const file = join(copy, path);
        if (!(await stat(file)).isFile()) continue;
        const content = await readFile(file);
        const digest = hash("sha256", content);
        if (seen.has(digest)) continue;
        const windows = await windowsThatOpen(content, { sealed, ways, tried });
        // What opened something is tried again where it is still there.
        if (windows.length === 0) seen.add(digest);
        found.push(...windows.map((window) => ({ window, path })));
      }
      return found;
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  };
}

interface Attempt {
  sealed: SealedVault[];
  ways: KeyOfWindow[];
  /** What opened nothing, in any file before. */
  tried: Set<string>;
}

async function windowsThatOpen(content: Buffer, { sealed, ways, tried }: Attempt): Promise<Buffer[]> {
  const blocks = Buffer.concat(sealed.map(({ nonce }) => Buffer.concat([Buffer.from(nonce, "base64"), firstCounter])));
  const starts = Buffer.concat(sealed.map(({ sealed }) => Buffer.from(sealed, "base64").subarray(0, 16)));
  const counts = new Array<number>(256).fill(0);
  let different = 0;
  let beyondAscii = 0;
  const count = (byte: number, by: 1 | -1) => {
    const now = (counts[byte] ?? 0) + by;
    counts[byte] = now;
    if (by === 1 ? now === 1 : now === 0) different += by;
    if (byte > 0x7f) beyondAscii += by;
  };
  const found: Buffer[] = [];
  for (let end = 0; end < content.length; end++) {
    count(content[end] ?? 0, 1);
    const start = end - windowBytes + 1;
    if (start < 0) continue;
    if (different >= atLeast.different && beyondAscii >= atLeast.beyondAscii) {
      const window = content.subarray(start, end + 1);
      const name = content.toString("latin1", start, end + 1);
      if (!tried.has(name)) {
        tried.add(name);
        for (const keyOf of ways) {
          const key = keyOf(window);
          if (!startsAsAVault(key, blocks, starts) || !(await doesOpen(key, sealed))) continue;
          found.push(Buffer.from(window));
          tried.delete(name);
        }
      }
    }
    count(content[start] ?? 0, -1);
  }
  return found;
}

/** The first block that GCM with a nonce of 96 bits seals has this count (NIST SP 800-38D 7.1). */
const firstCounter = Buffer.of(0, 0, 0, 2);
const firstText = Buffer.from('{"entries":[');

/** Whether the first block of any of the vaults becomes the start of one: a tenth of the work of opening it. */
function startsAsAVault(key: Uint8Array, blocks: Buffer, starts: Buffer): boolean {
  const stream = ecb(key, { disablePadding: true }).encrypt(blocks);
  for (let at = 0; at < stream.length; at += 16) {
    if (firstText.every((byte, index) => ((stream[at + index] ?? 0) ^ (starts[at + index] ?? 0)) === byte)) return true;
  }
  return false;
}

async function doesOpen(bytes: Uint8Array, sealed: SealedVault[]): Promise<boolean> {
  const key = await crypto.subtle.importKey("raw", Uint8Array.from(bytes), "AES-GCM", false, ["decrypt"]);
  const opened = await Promise.all(sealed.map((vault) => unsealVault(vault, key)));
  return opened.some((content) => content !== undefined);
}
