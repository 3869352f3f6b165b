import { base32KeyOf } from "../../../shared/otp/base32-key.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { toBase64 } from "../../vault/base64.ts";
import { fromHex, fromUtf8, toHex, toUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { openCryptoJs } from "../crypto-js.ts";
import { deriveByArgon2 } from "../derive-key.ts";
import { field, type JsonRecord, record, text, whole } from "../fields.ts";
import type { ImportFormat, ReadOptions } from "../format.ts";
import { keyOf } from "../key-of.ts";
import { importLimits } from "../limits.ts";
import type { ImportFailure } from "../result.ts";

const cost = { memoryKiB: 19 * 1024, iterations: 2, parallelism: 1 };
const types = ["", "totp", "hotp", "battle", "steam", "hex", "hhex"];
const kinds = new Map([
  ["battle", "totp"],
  ["hex", "totp"],
  ["hhex", "hotp"],
]);
const algorithmNames = ["", "SHA1", "SHA256", "SHA512"];

/**
 * Authenticator, the extension (github.com/Authenticator-Extension/Authenticator): plain; with secrets sealed under the
 * passphrase itself or under a key it opens; and with whole entries sealed under a key by Argon2.
 */
export const authenticatorExtension: ImportFormat = {
  matches: ({ json }) => Object.values(record(json) ?? {}).some((item) => isEntry(item)),
  async read({ json }, options) {
    const items = Object.entries(record(json) ?? {}).filter(([, item]) => isLikeEntry(item));
    if (items.length > importLimits.items) return fail("too_large");
    const isSealed = items.some(([, item]) => isSealedEntry(item));
    if (isSealed && options.password === undefined) return fail("password_needed");
    const keys = await openKeys(json, items, options);
    if (!keys.ok) return keys;
    const opened: OpenedEntry[] = [];
    for (const [, item] of items) opened.push(await openEntry(item, keys.value));
    // Nothing tells a wrong password from damage but that none of what was sealed opens.
    const sealed = opened.filter(({ wasSealed }) => wasSealed);
    if (sealed.length > 0 && !sealed.some(({ isOpen }) => isOpen)) return fail("wrong_password");
    const placeOf = ({ item }: OpenedEntry) => whole(field(item, "index")) ?? items.length;
    return collect(
      "authenticator-extension",
      opened.toSorted((one, other) => placeOf(one) - placeOf(other)),
      readEntry,
    );
  },
};

interface OpenedEntry {
  item: unknown;
  wasSealed: boolean;
  isOpen: boolean;
}

function isEntry(item: unknown): boolean {
  if (field(item, "dataType") === "EncOTPStorage") return true;
  return typeof field(item, "secret") === "string" && (field(item, "hash") ?? field(item, "type")) !== undefined;
}

/** In a file of this kind, whatever has a part of an entry: what is odd in it is named, and not passed over. */
function isLikeEntry(item: unknown): boolean {
  const isMarked = field(item, "dataType") === "OTPStorage";
  const parts = ["secret", "issuer", "account", "counter", "period"];
  return isMarked || isEntry(item) || parts.some((name) => field(item, name) !== undefined);
}

function isSealedEntry(item: unknown): boolean {
  return field(item, "dataType") === "EncOTPStorage" || field(item, "encrypted") === true;
}

/** The passphrases that open entries: by the id of a key; under the empty id for those that name none. */
async function openKeys(
  json: unknown,
  items: [string, unknown][],
  options: ReadOptions,
): Promise<Outcome<ReadonlyMap<string, string>, ImportFailure>> {
  const { password } = options;
  if (password === undefined) return ok(new Map());
  const sealedKey = text(field(field(json, "key"), "enc"));
  const oldKey = sealedKey === "" ? undefined : await openCryptoJs(sealedKey, password);
  if (sealedKey !== "" && !oldKey) return fail("wrong_password");
  const passphrases = new Map([["", oldKey ? toHex(oldKey) : password]]);
  const ids = new Set(items.map(([, item]) => text(field(item, "keyId"))).filter((id) => id !== ""));
  if (ids.size > importLimits.passwordKeys) return fail("too_costly");
  for (const id of ids) {
    const salt = toUtf8(text(field(field(json, id), "salt")));
    const key = await deriveByArgon2(password, salt, cost, options);
    if (!key.ok) return key;
    passphrases.set(id, toBase64(key.value).replace(/=+$/, ""));
  }
  return ok(passphrases);
}

async function openEntry(item: unknown, keys: ReadonlyMap<string, string>): Promise<OpenedEntry> {
  if (!isSealedEntry(item)) return { item, wasSealed: false, isOpen: true };
  const passphrase = keys.get(text(field(item, "keyId"))) ?? keys.get("") ?? "";
  const isWhole = field(item, "dataType") === "EncOTPStorage";
  const plain = await openCryptoJs(text(field(item, isWhole ? "data" : "secret")), passphrase);
  const words = plain && fromUtf8(plain);
  const content = isWhole ? record(parseJson(words ?? "")) : words && { ...(item as JsonRecord), secret: words };
  return { item: content || item, wasSealed: true, isOpen: Boolean(content) };
}

function readEntry({ item, isOpen }: OpenedEntry): ReadEntry {
  // A site's address may follow the issuer behind two colons.
  const [issuer = ""] = text(field(item, "issuer")).split("::", 1);
  const account = text(field(item, "account"));
  const name = nameOfParts(issuer, account);
  if (!isOpen) return { name, key: fail("sealed") };
  const { type, secret, isBattle } = spelledKey(item);
  const key = keyOf({
    type,
    secret,
    algorithm: chosen(field(item, "algorithm"), algorithmNames),
    // Battle.net's are codes by time of eight digits.
    digits: isBattle ? 8 : field(item, "digits"),
    period: field(item, "period"),
    counter: field(item, "counter") ?? 0,
    issuer,
    account,
  });
  return { name, key, ...(field(item, "pinned") === true ? { pinned: true as const } : {}) };
}

/** The key in base32, and its type: the program also has keys in hexadecimal, and types as a prefix of the key. */
function spelledKey(item: unknown): { type: string; secret: string; isBattle: boolean } {
  const prefixed = /^(stm|blz|bliz)-(.*)$/is.exec(text(field(item, "secret")).trim());
  const typed = prefixed?.[2] ?? text(field(item, "secret")).trim();
  const named = chosen(field(item, "type"), types) ?? "totp";
  const type = prefixed ? (prefixed[1]?.toLowerCase() === "stm" ? "steam" : "battle") : named;
  const isHex = /hex$/.test(type) || (/[0189]/.test(typed) && !/[^0-9a-f]/i.test(typed));
  const bytes = isHex ? fromHex(typed) : undefined;
  const key = bytes && base32KeyOf(bytes);
  const kind = kinds.get(type) ?? type;
  return { type: kind, secret: key?.ok ? key.value : typed, isBattle: type === "battle" };
}

/** A name as it is, or by its number; undefined where there is none. */
function chosen(value: unknown, names: string[]): string | undefined {
  if (value === undefined || value === null) return undefined;
  const number = whole(value);
  return number === undefined ? text(value) : (names[number] ?? "");
}
