import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { joined } from "../bytes.ts";
import { hmac, isSameBytes, openAesCbc } from "../unseal.ts";
import { headerFields, type KdbxHeader } from "./header.ts";
import { sha256 } from "./key.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type ContentFailure = "damaged" | "wrong_password" | "unknown_cipher";

const ciphers: ReadonlyMap<string, "aes" | "chacha20"> = new Map([
  ["31c1f2e6bf714350be5805216afc5aff", "aes"],
  ["d6038a2b8b6f4cb5a524339a31dbb59a", "chacha20"],
]);

/** What a database seals, still packed if it was packed. Version 4 says for sure that a key is the wrong one. */
export async function openContent(
  header: KdbxHeader,
  cipher: string,
  transformed: Bytes,
): Promise<Outcome<Bytes, ContentFailure>> {
  const seed = header.fields.get(headerFields.masterSeed);
  const nonce = header.fields.get(headerFields.nonce);
  if (seed?.length !== 32 || !nonce) return fail("damaged");
  const name = ciphers.get(cipher);
  if (!name) return fail("unknown_cipher");
  const open = async (sealed: Bytes) => await decrypt(name, await sha256(seed, transformed), nonce, sealed);
  if (header.major === 4) {
    const sealed = await authenticated(header, await sha512(joined(seed, transformed, Uint8Array.of(1))));
    if (!sealed.ok) return sealed;
    const plain = await open(sealed.value);
    return plain ? ok(plain) : fail("damaged");
  }
  const plain = await open(header.rest);
  const start = header.fields.get(headerFields.startBytes);
  if (!start) return fail("damaged");
  if (!plain || !isSameBytes(plain.subarray(0, start.length), start)) return fail("wrong_password");
  return await hashedBlocks(plain.slice(start.length));
}

async function decrypt(
  cipher: "aes" | "chacha20",
  key: Bytes,
  nonce: Bytes,
  sealed: Bytes,
): Promise<Bytes | undefined> {
  if (cipher === "aes") return await openAesCbc(key, nonce, sealed);
  if (nonce.length !== 12) return undefined;
  const { chacha20 } = await import("@noble/ciphers/chacha.js");
  return Uint8Array.from(chacha20(key, nonce, sealed));
}

/** The blocks of version 4, each with an HMAC by a key of its own, as the header has one. */
async function authenticated({ bytes, rest }: KdbxHeader, base: Bytes): Promise<Outcome<Bytes, ContentFailure>> {
  if (rest.length < 64 || !isSameBytes(await sha256(bytes), rest.subarray(0, 32))) return fail("damaged");
  const keyOf = async (index: bigint) => await sha512(joined(little64(index), base));
  const ofHeader = await hmac(await keyOf(0xffffffffffffffffn), bytes, "SHA-256");
  if (!isSameBytes(ofHeader, rest.subarray(32, 64))) return fail("wrong_password");
  const view = new DataView(rest.buffer, rest.byteOffset, rest.length);
  const blocks: Bytes[] = [];
  for (let at = 64, index = 0n; at + 36 <= rest.length; index++) {
    const end = at + 36 + view.getUint32(at + 32, true);
    if (end > rest.length) return fail("damaged");
    const told = joined(little64(index), rest.subarray(at + 32, end));
    if (!isSameBytes(await hmac(await keyOf(index), told, "SHA-256"), rest.subarray(at, at + 32)))
      return fail("damaged");
    if (end === at + 36) return ok(joined(...blocks));
    blocks.push(rest.subarray(at + 36, end));
    at = end;
  }
  return fail("damaged");
}

/** The blocks of version 3, each with its hash. */
async function hashedBlocks(bytes: Bytes): Promise<Outcome<Bytes, "damaged">> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const blocks: Bytes[] = [];
  for (let at = 0; at + 40 <= bytes.length; ) {
    const end = at + 40 + view.getUint32(at + 36, true);
    if (end > bytes.length) return fail("damaged");
    if (end === at + 40) return ok(joined(...blocks));
    const block = bytes.slice(at + 40, end);
    if (!isSameBytes(await sha256(block), bytes.subarray(at + 4, at + 36))) return fail("damaged");
    blocks.push(block);
    at = end;
  }
  return fail("damaged");
}

/** SHA-512. */
export async function sha512(bytes: Bytes): Promise<Bytes> {
  return new Uint8Array(await crypto.subtle.digest("SHA-512", bytes));
}

function little64(number: bigint): Bytes {
  const view = new DataView(new ArrayBuffer(8));
  view.setBigUint64(0, number, true);
  return new Uint8Array(view.buffer);
}
