import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { toBase64 } from "../../vault/base64.ts";
import { fromBase64, fromUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { keyOf } from "../key-of.ts";
import { type ProtobufField, readProtobuf } from "../protobuf.ts";
import type { Imported } from "../result.ts";

/** One QR code of Google Authenticator's export. */
export interface MigrationPart extends Imported {
  /** The bytes that it was read from, in base64: the same bytes are the same part. */
  bytes: string;
  /** Absent where it is an export by itself. `export` is the same in all its parts, `index` counts from 0. */
  batch?: { export: string; index: number; size: number };
}

/** More QR codes than one export has. */
const mostParts = 1000;

/** Fields of the message, by number; the definition is public in Aegis, `proto/google_auth.proto`. */
const payload = { account: 1, version: 2, batchSize: 3, batchIndex: 4, batchId: 5 } as const;
const account = { secret: 1, name: 2, issuer: 3, algorithm: 4, digits: 5, type: 6, counter: 7 } as const;
const values = {
  algorithm: ["SHA1", "SHA1", "SHA256", "SHA512"],
  digits: [6, 6, 8],
  type: ["totp", "hotp", "totp"],
} as const;

/** Whether a text is a link of Google Authenticator's export. */
export function isMigrationUri(text: string): boolean {
  return /^\s*otpauth-migration:\/\//i.test(text);
}

/** The accounts in one link `otpauth-migration://offline?data=...`; its plus signs may have been encoded, or not. */
export function readMigrationUri(text: string): Outcome<MigrationPart, "damaged" | "newer" | "too_large"> {
  const data = /[?&]data=([^&#\s]*)/.exec(text)?.[1];
  const bytes = data === undefined ? undefined : fromBase64(decoded(data).replaceAll(" ", "+"));
  if (!bytes || bytes.length === 0) return fail("damaged");
  const message = readProtobuf(bytes);
  if (!message.ok) return message;
  const version = numberOf(message.value, payload.version);
  if (version === undefined) return fail("damaged");
  if (version > 2) return fail("newer");
  const accounts = message.value.filter(({ number }) => number === payload.account);
  const imported = collect("google", accounts, readAccount);
  if (!imported.ok) return fail("too_large");
  const batch = batchOf(message.value);
  return ok({ ...imported.value, bytes: toBase64(bytes), ...(batch && { batch }) });
}

/**
 * Which part of which export it is; undefined where it is the only one, or its numbers cannot be right, which costs no
 * account. The id is an int32 at random, so every other one is negative.
 */
function batchOf(fields: readonly ProtobufField[]): MigrationPart["batch"] {
  const size = numberOf(fields, payload.batchSize);
  const index = numberOf(fields, payload.batchIndex);
  const id = last(fields, payload.batchId) ?? 0n;
  if (size === undefined || index === undefined || typeof id !== "bigint") return undefined;
  if (size < 2 || size > mostParts || index >= size) return undefined;
  return { export: `${BigInt.asIntN(32, id)}/${size}`, index, size };
}

/**
 * The accounts of several parts together, and which parts of which exports they are. One that was read twice, to the
 * byte, counts once; whatever their numbers say, no part takes the place of another.
 */
export function joinMigrations(read: readonly MigrationPart[]): Imported {
  const different = [...new Map(read.map((part) => [part.bytes, part])).values()];
  const exports = [...Map.groupBy(different, ({ batch, bytes }) => batch?.export ?? bytes).values()];
  const once = exports.flatMap((parts) =>
    parts.toSorted((one, other) => (one.batch?.index ?? 0) - (other.batch?.index ?? 0)),
  );
  const spread = once.flatMap(({ batch }) => (batch ? [batch] : []));
  const parts = [...Map.groupBy(spread, (batch) => batch.export)].map(([id, of]) => ({
    export: id,
    have: [...new Set(of.map(({ index }) => index + 1))],
    of: of[0]?.size ?? 1,
  }));
  return {
    format: "google",
    entries: once.flatMap(({ entries }) => entries),
    refused: once.flatMap(({ refused }) => refused),
    withoutCodes: 0,
    ...(parts.length > 0 ? { parts } : {}),
  };
}

function readAccount({ value }: ProtobufField): ReadEntry {
  const fields = value instanceof Uint8Array ? readProtobuf(value) : fail("damaged");
  if (!fields.ok) return { key: fail("not_an_entry") };
  const [name, issuer] = [textOf(fields.value, account.name), textOf(fields.value, account.issuer)];
  const names = namesOf(name, issuer);
  const chosen = (field: "algorithm" | "digits" | "type") =>
    values[field][numberOf(fields.value, account[field]) ?? -1] ?? "unknown";
  const secret = last(fields.value, account.secret);
  const key = keyOf({
    type: chosen("type"),
    secret: secret instanceof Uint8Array ? secret : "",
    algorithm: chosen("algorithm"),
    digits: chosen("digits"),
    counter: numberOf(fields.value, account.counter) ?? "out of bounds",
    ...names,
  });
  return { name: nameOfParts(names.issuer, names.account), key };
}

/** The name is `issuer:account` where the app was told so, with the issuer again in its own field, or not. */
function namesOf(name: string, issuer: string): { issuer: string; account: string } {
  if (issuer !== "") {
    return { issuer, account: name.startsWith(`${issuer}:`) ? name.slice(issuer.length + 1) : name };
  }
  const colon = name.indexOf(":");
  return colon < 0 ? { issuer, account: name } : { issuer: name.slice(0, colon), account: name.slice(colon + 1) };
}

/** The last of a field that is there twice, as protobuf has it. */
function last(fields: readonly ProtobufField[], number: number): ProtobufField["value"] | undefined {
  return fields.findLast((field) => field.number === number)?.value;
}

/** A number that is exact and not negative, 0 where there is none, as protobuf has it; undefined for anything else. */
function numberOf(fields: readonly ProtobufField[], number: number): number | undefined {
  const value = last(fields, number) ?? 0n;
  return typeof value === "bigint" && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : undefined;
}

function textOf(fields: readonly ProtobufField[], number: number): string {
  const value = last(fields, number);
  return value instanceof Uint8Array ? (fromUtf8(value) ?? new TextDecoder("latin1").decode(value)) : "";
}

function decoded(data: string): string {
  try {
    return decodeURIComponent(data);
  } catch {
    return data;
  }
}
