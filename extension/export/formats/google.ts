import { keyBytes } from "../../../shared/otp/key-bytes.ts";
import type { OtpKey } from "../../../shared/otp/otp-key.ts";
import { joined, toUtf8 } from "../../import/bytes.ts";
import { toBase64 } from "../../vault/base64.ts";
import { namesOf, type VaultEntry } from "../../vault/entry.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Accounts in one QR code, as Google has them. */
const mostAccounts = 10;
/** Bytes of accounts in one QR code, so that a phone reads it off a screen. One account alone may have more. */
const mostBytes = 600;

const algorithms: Readonly<Record<string, number>> = { SHA1: 1, SHA256: 2, SHA512: 3 };

/**
 * The links of Google Authenticator's export, each for one QR code and all of one batch, whose id is an int32. For keys that
 * `fits` lets through alone.
 */
export function googleLinks(entries: readonly VaultEntry[], batchId: number): string[] {
  const pages: Bytes[][] = [];
  for (const account of entries.map(accountOf)) {
    const page = pages.at(-1);
    const bytes = (page ?? []).reduce((sum, { length }) => sum + length, account.length);
    if (page && page.length < mostAccounts && bytes <= mostBytes) page.push(account);
    else pages.push([account]);
  }
  return pages.map((accounts, index) => {
    const ends = [number(2, 1), number(3, pages.length), number(4, index), number(5, batchId)];
    return `otpauth-migration://offline?data=${encodeURIComponent(toBase64(joined(...accounts, ...ends)))}`;
  });
}

function accountOf(entry: VaultEntry): Bytes {
  const { issuer, account } = namesOf(entry);
  const { key } = entry;
  return bytes(
    1,
    joined(
      bytes(1, keyBytes(key.secret)),
      bytes(2, toUtf8(account)),
      bytes(3, toUtf8(issuer)),
      number(4, algorithms[key.algorithm] ?? 0),
      number(5, key.digits === 8 ? 2 : 1),
      number(6, typeOf(key)),
      ...(key.type === "hotp" ? [number(7, key.counter)] : []),
    ),
  );
}

function typeOf({ type }: OtpKey): number {
  return type === "hotp" ? 1 : 2;
}

function number(field: number, value: number): Bytes {
  // An int32 or int64 below zero has ten bytes (protobuf.dev/programming-guides/encoding).
  return joined(varint(BigInt(field << 3)), varint(BigInt.asUintN(64, BigInt(value))));
}

function bytes(field: number, value: Uint8Array): Bytes {
  return joined(varint(BigInt((field << 3) | 2)), varint(BigInt(value.length)), value);
}

function varint(value: bigint): Bytes {
  const groups: number[] = [];
  for (let rest = value; ; rest >>= 7n) {
    if (rest < 128n) return Uint8Array.from([...groups, Number(rest)]);
    groups.push(Number(rest & 127n) | 128);
  }
}
