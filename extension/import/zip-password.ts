import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { toUtf8 } from "./bytes.ts";
import { deriveByPbkdf2 } from "./derive-key.ts";
import { hmac, isSameBytes } from "./unseal.ts";

type Bytes = Uint8Array<ArrayBuffer>;
type Opened = Outcome<{ method: number; packed: Bytes }, "damaged" | "wrong_password">;

interface SealedMember {
  method: number;
  packed: Bytes;
  /** What the last byte of its own header must open to. */
  check: number;
}

const crcTable = Uint32Array.from({ length: 256 }, (_, index) => {
  let value = index;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});

/** The checksum that zips carry (ISO 3309). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = step(crc, byte);
  return ~crc >>> 0;
}

function step(crc: number, byte: number): number {
  return (crc >>> 8) ^ (crcTable[(crc ^ byte) & 255] ?? 0);
}

/** Opens the first encryption of zips (APPNOTE.TXT 6.1), which is weak, and still what some programs write. */
export function openZipCrypto({ method, packed, check }: SealedMember, password: string): Opened {
  if (packed.length < 12) return fail("damaged");
  const keys = [0x12345678, 0x23456789, 0x34567890] as [number, number, number];
  const update = (byte: number) => {
    keys[0] = step(keys[0], byte);
    keys[1] = (Math.imul(keys[1] + (keys[0] & 255), 134775813) + 1) >>> 0;
    keys[2] = step(keys[2], keys[1] >>> 24);
  };
  for (const byte of toUtf8(password)) update(byte);
  const plain = packed.map((byte) => {
    const mask = (keys[2] & 0xffff) | 2;
    const opened = byte ^ ((Math.imul(mask, mask ^ 1) >>> 8) & 255);
    update(opened);
    return opened;
  });
  return plain[11] === check ? ok({ method, packed: plain.subarray(12) }) : fail("wrong_password");
}

/** The salt's bytes for each strength of AES in zips (winzip.com/en/support/aes-encryption). */
const saltBytes: Record<number, number> = { 1: 8, 2: 12, 3: 16 };
const checkBytes = 2;
const macBytes = 10;

/** Opens AES encryption of zips as WinZip defines it: 128, 192 or 256 bits, authenticated by HMAC-SHA-1. */
export async function openAesMember(packed: Bytes, extra: Bytes, password: string): Promise<Opened> {
  const settings = aesSettings(extra);
  const salt = settings && saltBytes[settings.strength];
  if (!salt || packed.length < salt + checkBytes + macBytes) return fail("damaged");
  const keyBytes = salt * 2;
  const derived = await deriveByPbkdf2(password, packed.slice(0, salt), 1000, "SHA-1", keyBytes * 2 + checkBytes);
  if (!derived.ok) return fail("damaged");
  const sealed = packed.slice(salt + checkBytes, packed.length - macBytes);
  const isRight = isSameBytes(derived.value.subarray(keyBytes * 2), packed.subarray(salt, salt + checkBytes));
  const mac = await hmac(derived.value.slice(keyBytes, keyBytes * 2), sealed, "SHA-1");
  if (!isRight || !isSameBytes(mac.subarray(0, macBytes), packed.subarray(packed.length - macBytes))) {
    return fail("wrong_password");
  }
  return ok({ method: settings.method, packed: await countedAes(derived.value.slice(0, keyBytes), sealed) });
}

function aesSettings(extra: Bytes): { strength: number; method: number } | undefined {
  const view = new DataView(extra.buffer, extra.byteOffset, extra.length);
  let at = 0;
  while (at + 4 <= extra.length) {
    const length = view.getUint16(at + 2, true);
    if (view.getUint16(at, true) === 0x9901 && length >= 7 && at + 11 <= extra.length) {
      return { strength: view.getUint8(at + 8), method: view.getUint16(at + 9, true) };
    }
    at += 4 + length;
  }
  return undefined;
}

/** AES-CTR whose counter has its least byte first and starts at 1: WebCrypto has only the other order. */
async function countedAes(key: Bytes, sealed: Bytes): Promise<Bytes> {
  const { ecb } = await import("@noble/ciphers/aes.js");
  const counters = new Uint8Array(Math.ceil(sealed.length / 16) * 16);
  const view = new DataView(counters.buffer);
  for (let at = 0; at < counters.length; at += 16) view.setUint32(at, at / 16 + 1, true);
  const mask = counters.length === 0 ? counters : ecb(key, { disablePadding: true }).encrypt(counters);
  return sealed.map((byte, index) => byte ^ (mask[index] ?? 0));
}
