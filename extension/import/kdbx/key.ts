import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { fromBase64, fromHex, fromUtf8, joined, toHex, toUtf8 } from "../bytes.ts";
import { type DeriveFailure, deriveByArgon2 } from "../derive-key.ts";
import type { ReadOptions } from "../format.ts";
import { importLimits } from "../limits.ts";
import { childrenOf, readXml, textOf } from "../xml.ts";
import { headerFields, type KdbxHeader, littleNumber, readDictionary } from "./header.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const functions: ReadonlyMap<string, "aes" | "argon2d" | "argon2id"> = new Map([
  ["c9d9f39a628a4460bf740d08c18a4fea", "aes"],
  ["7c02bb8279a74ac0927d114a00648238", "aes"],
  ["ef636ddf8c29444b91f7a9a403e30a0c", "argon2d"],
  ["9e298b1956db4773b23dfc3ec6f0a1e6", "argon2id"],
]);

/** SHA-256. */
export async function sha256(...parts: Bytes[]): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-256", joined(...parts)));
}

/** The key that a database's password and key file make together, before it is transformed; either may be missing. */
export async function compositeKey(password: string, keyFile: Bytes | undefined): Promise<Bytes> {
  const parts: Bytes[] = [];
  if (password !== "" || !keyFile) parts.push(await sha256(toUtf8(password)));
  if (keyFile) parts.push(await keyOfFile(keyFile));
  return await sha256(...parts);
}

/** The 32 bytes that a key file is for: in XML, as they are, in hexadecimal digits, or as the hash of any other file. */
async function keyOfFile(file: Bytes): Promise<Bytes> {
  const text = file.length <= 65_536 ? (fromUtf8(file)?.trim() ?? "") : "";
  const xml = text.startsWith("<") ? readXml(text) : fail("damaged");
  if (xml.ok && xml.value.name === "KeyFile") {
    const version = childrenOf(xml.value, "Meta").map((meta) => textOf(meta, "Version").trim())[0] ?? "";
    const data = childrenOf(xml.value, "Key").map((key) => textOf(key, "Data").replace(/\s/g, ""))[0] ?? "";
    const key = version.startsWith("2") ? fromHex(data) : fromBase64(data);
    if (key) return key;
  }
  if (file.length === 32) return file;
  const key = text.length === 64 && file.length === 64 ? fromHex(text) : undefined;
  return key ?? (await sha256(file));
}

/** The key after the function that the header names, which takes as long as the header asks for. */
export async function transformedKey(
  { major, fields }: KdbxHeader,
  composite: Bytes,
  options: ReadOptions,
): Promise<Outcome<Bytes, DeriveFailure>> {
  if (major === 3) {
    const rounds = littleNumber(fields.get(headerFields.transformRounds));
    return await deriveByAes(composite, fields.get(headerFields.transformSeed), rounds, options);
  }
  const asked = readDictionary(fields.get(headerFields.kdf) ?? new Uint8Array());
  const number = (name: string) => littleNumber(asked?.get(name));
  const kind = functions.get(toHex(asked?.get("$UUID") ?? new Uint8Array()));
  if (kind === "aes") return await deriveByAes(composite, asked?.get("S"), number("R"), options);
  const version = number("V");
  // Argon2's secret and associated data have never been written by any program.
  if (!kind || (version !== 0x10 && version !== 0x13) || asked?.has("K") || asked?.has("A")) return fail("damaged");
  const cost = {
    memoryKiB: Math.floor((number("M") ?? 0) / 1024),
    iterations: number("I"),
    parallelism: number("P"),
    type: kind,
    version,
  } as const;
  return await deriveByArgon2(composite, asked?.get("S") ?? new Uint8Array(), cost, options);
}

/** Rounds of AES that are done at once: a megabyte of blocks. */
const roundsAtOnce = 65_536;

/**
 * AES-KDF: each half of the key encrypted by the seed, over and over, and the hash of it. A chain of CBC over zeros is
 * just that, and WebCrypto does it as fast as the machine can.
 */
async function deriveByAes(
  composite: Bytes,
  seed: Bytes | undefined,
  rounds: number | undefined,
  { onProgress }: ReadOptions,
): Promise<Outcome<Bytes, DeriveFailure>> {
  if (seed?.length !== 32 || rounds === undefined) return fail("damaged");
  if (rounds > importLimits.aesRounds) return fail("too_costly");
  const key = await crypto.subtle.importKey("raw", seed, "AES-CBC", false, ["encrypt"]);
  const zeros = new Uint8Array(Math.min(rounds, roundsAtOnce) * 16);
  const transform = async (half: Bytes, block: Bytes) => {
    const chain = await crypto.subtle.encrypt({ name: "AES-CBC", iv: half }, key, block);
    // The last block is padding.
    return new Uint8Array(chain.slice(block.length - 16, block.length));
  };
  let [one, other] = [composite.slice(0, 16), composite.slice(16)];
  for (let done = 0; done < rounds; done += roundsAtOnce) {
    const block = zeros.subarray(0, Math.min(rounds - done, roundsAtOnce) * 16);
    [one, other] = await Promise.all([transform(one, block), transform(other, block)]);
    onProgress?.(Math.min(0.99, (done + roundsAtOnce) / rounds));
  }
  return ok(await sha256(one, other));
}
