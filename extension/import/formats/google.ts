import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { fromBase64, fromUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { keyOf } from "../key-of.ts";
import { type ProtobufField, readProtobuf } from "../protobuf.ts";
import type { Imported } from "../result.ts";

/** One QR code of Google Authenticator's export; `batch` tells which exports belong together, `index` counts from 0. */
export interface MigrationPart extends Imported {
  batch: { id: number; index: number; size: number };
}

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
  if (numberOf(message.value, payload.version) > 2) return fail("newer");
  const accounts = message.value.filter(({ number }) => number === payload.account);
  const imported = collect("google", accounts, readAccount);
  if (!imported.ok) return fail("too_large");
  const size = Math.min(Math.max(1, numberOf(message.value, payload.batchSize)), 1000);
  const index = Math.min(numberOf(message.value, payload.batchIndex), size - 1);
  return ok({ ...imported.value, batch: { id: numberOf(message.value, payload.batchId), index, size } });
}

/** The accounts of several parts together, and which parts of which exports they are; one that was read twice counts once. */
export function joinMigrations(read: readonly MigrationPart[]): Imported {
  const seen = new Map(read.map((part) => [`${part.batch.id}/${part.batch.index}`, part]));
  const once = [...seen.values()].sort((one, other) => one.batch.index - other.batch.index);
  const spread = once.filter(({ batch }) => batch.size > 1);
  const parts = [...Map.groupBy(spread, ({ batch }) => batch.id)].map(([id, of]) => ({
    export: id,
    have: of.map(({ batch }) => batch.index + 1),
    of: Math.max(...of.map(({ batch }) => batch.size)),
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
  const counter = numberOf(fields.value, account.counter);
  const chosen = (field: "algorithm" | "digits" | "type") =>
    values[field][numberOf(fields.value, account[field])] ?? "";
  const secret = last(fields.value, account.secret);
  const key = keyOf({
    type: chosen("type"),
    secret: secret instanceof Uint8Array ? secret : "",
    algorithm: chosen("algorithm"),
    digits: chosen("digits"),
    counter,
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

/** A number that is exact; anything else is 0, which is how protobuf says that there is none. */
function numberOf(fields: readonly ProtobufField[], number: number): number {
  const value = last(fields, number);
  return typeof value === "bigint" && value <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(value) : 0;
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
