import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { readPreferences } from "../android-preferences.ts";
import { fromJavaBytes, toUtf8 } from "../bytes.ts";
import { collect, type ReadEntry } from "../collect.ts";
import { type FileContent, parseJson } from "../content.ts";
import { deriveByPbkdf2 } from "../derive-key.ts";
import { field, type JsonRecord, record, text, whole } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { isJavaObject, readJavaMap } from "../java-map.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { openAesGcm } from "../unseal.ts";
import { readFreeOtpToken } from "./freeotp-plus.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const hashes: Record<string, "SHA-1" | "SHA-512"> = { PBKDF2withHmacSHA1: "SHA-1", PBKDF2withHmacSHA512: "SHA-512" };
const tokenEnd = "-token";

/**
 * FreeOTP (github.com/freeotp/freeotp-android): the tokens of version 1 as Android's preferences in XML, and the backup
 * of version 2, which is a serialized Java map whatever its name says, sealed under a key that a password opens.
 */
export const freeOtp: ImportFormat = {
  matches: (content) => {
    // Any Android app keeps its preferences so, and other Java programs their maps.
    const map = readMap(content);
    return map.ok && (map.value.has("masterKey") || [...map.value.values()].some(isToken));
  },
  async read(content, { password }) {
    const map = readMap(content);
    if (!map.ok) return map;
    const masterKey = map.value.get("masterKey");
    if (masterKey === undefined) return readTokens(map.value);
    if (password === undefined) return fail("password_needed");
    const key = await openMasterKey(parseJson(masterKey), password);
    return key.ok ? await readSealedTokens(map.value, key.value) : key;
  },
};

function isToken(value: string): boolean {
  const token = parseJson(value);
  return Array.isArray(field(token, "secret")) && field(token, "algo") !== undefined;
}

function readMap({ bytes, text: words }: FileContent): Outcome<ReadonlyMap<string, string>, "damaged"> {
  if (isJavaObject(bytes)) return readJavaMap(bytes);
  return readPreferences(words);
}

function readTokens(map: ReadonlyMap<string, string>): Outcome<Imported, ImportFailure> {
  const tokens = [...map].filter(([name]) => name !== "tokenOrder");
  return collect("freeotp", tokens, ([name, value]): ReadEntry => {
    const token = record(parseJson(value));
    return token ? readFreeOtpToken(token) : { name, key: fail("not_an_entry") };
  });
}

async function openMasterKey(json: unknown, password: string): Promise<Outcome<Bytes, ImportFailure>> {
  const algorithm = text(field(json, "mAlgorithm"));
  const hash = Object.hasOwn(hashes, algorithm) ? hashes[algorithm] : undefined;
  const salt = fromJavaBytes(field(json, "mSalt"));
  if (!hash || !salt) return fail("damaged");
  const derived = await deriveByPbkdf2(password, salt, whole(field(json, "mIterations")), hash);
  if (!derived.ok) return derived;
  const key = await openKey(field(json, "mEncryptedKey"), derived.value);
  return key ? ok(key) : fail("wrong_password");
}

async function readSealedTokens(
  map: ReadonlyMap<string, string>,
  masterKey: Bytes,
): Promise<Outcome<Imported, ImportFailure>> {
  const entries: ReadEntry[] = [];
  for (const [name, value] of map) {
    const token = record(parseJson(map.get(name + tokenEnd) ?? ""));
    if (name.endsWith(tokenEnd) || !token) continue;
    const secret = await openKey(parseJson(text(field(parseJson(value), "key"))), masterKey);
    const read = readFreeOtpToken({ ...(token as JsonRecord), secret: secret ? [...secret] : [] });
    entries.push(secret ? read : { ...read, key: fail("sealed") });
  }
  return collect("freeotp", entries, (entry) => entry);
}

/** Opens a key of FreeOTP's: AES-GCM with the name of what the key is for as additional data. */
async function openKey(json: unknown, key: Bytes): Promise<Bytes | undefined> {
  const sealed = fromJavaBytes(field(json, "mCipherText"));
  const nonce = nonceOf(fromJavaBytes(field(json, "mParameters")));
  if (field(json, "mCipher") !== "AES/GCM/NoPadding" || !sealed || !nonce) return undefined;
  return await openAesGcm(key, nonce, sealed, toUtf8(text(field(json, "mToken"))));
}

/** The nonce of Java's parameters for GCM in DER: a sequence whose first member is an octet string (RFC 5084 section 3.2). */
function nonceOf(der: Bytes | undefined): Bytes | undefined {
  if (!der) return undefined;
  const at = der[0] === 0x30 ? 2 : 0;
  const length = der[at + 1] ?? 0;
  return der[at] === 0x04 && length > 0 && at + 2 + length <= der.length
    ? der.slice(at + 2, at + 2 + length)
    : undefined;
}
