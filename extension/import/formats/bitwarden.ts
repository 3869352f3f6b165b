import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { fromBase64, fromUtf8, joined, toUtf8 } from "../bytes.ts";
import { collect, nameOfParts, withoutCode } from "../collect.ts";
import { parseJson } from "../content.ts";
import { type DeriveFailure, deriveByArgon2, deriveByPbkdf2 } from "../derive-key.ts";
import { field, keyText, list, noteOf, path, record, tagsOf, text, whole } from "../fields.ts";
import type { ImportFormat, ReadOptions } from "../format.ts";
import { keyOfField } from "../key-of.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { hmac, isSameBytes, openAesCbc } from "../unseal.ts";

type Bytes = Uint8Array<ArrayBuffer>;

/** Bitwarden and Bitwarden Authenticator in JSON (bitwarden.com/help/encrypted-export): plain, or under a file password. */
export const bitwarden: ImportFormat = {
  matches: ({ json }) =>
    (typeof field(json, "encrypted") === "boolean" &&
      (Array.isArray(field(json, "items")) || typeof field(json, "data") === "string")) ||
    hasLogins(json),
  async read({ json }, options) {
    // Exports of before 2020 do not say that they are plain.
    if (field(json, "encrypted") !== true) return readItems(json);
    if (field(json, "passwordProtected") !== true) return fail("other_key");
    if (options.password === undefined) return fail("password_needed");
    const opened = await openExport(json, options.password, options);
    return opened.ok ? readItems(opened.value) : opened;
  },
};

function hasLogins(json: unknown): boolean {
  return list(field(json, "items")).some((item) => record(field(item, "login")) !== undefined);
}

function readItems(json: unknown): Outcome<Imported, ImportFailure> {
  if (!Array.isArray(field(json, "items"))) return fail("damaged");
  const folders = new Map(list(field(json, "folders")).map((folder) => [field(folder, "id"), field(folder, "name")]));
  return collect("bitwarden", list(field(json, "items")), (item) => {
    const totp = keyText(path(item, "login", "totp"));
    if (totp === "") return withoutCode;
    const names = { issuer: text(field(item, "name")), account: text(path(item, "login", "username")) };
    return {
      name: nameOfParts(names.issuer, names.account),
      key: keyOfField(totp, names),
      ...(field(item, "favorite") === true ? { pinned: true as const } : {}),
      ...tagsOf([folders.get(field(item, "folderId"))]),
      ...noteOf(field(item, "notes")),
    };
  });
}

async function openExport(
  json: unknown,
  password: string,
  options: ReadOptions,
): Promise<Outcome<unknown, ImportFailure>> {
  const master = await deriveMaster(json, password, options);
  if (!master.ok) return master;
  const plain = await openString(text(field(json, "data")), master.value);
  if (!plain.ok) return plain;
  const content = parseJson(fromUtf8(plain.value) ?? "");
  return content === undefined ? fail("damaged") : ok(content);
}

async function deriveMaster(
  json: unknown,
  password: string,
  options: ReadOptions,
): Promise<Outcome<Bytes, DeriveFailure>> {
  // The salt is used as it is spelled, not as the bytes that it spells.
  const salt = toUtf8(text(field(json, "salt")));
  const iterations = whole(field(json, "kdfIterations"));
  const kdf = field(json, "kdfType");
  if (kdf === 0) return await deriveByPbkdf2(password, salt, iterations, "SHA-256");
  if (kdf !== 1) return fail("damaged");
  const hashed = new Uint8Array(await crypto.subtle.digest("SHA-256", salt));
  const memoryKiB = (whole(field(json, "kdfMemory")) ?? 0) * 1024;
  const parallelism = whole(field(json, "kdfParallelism"));
  return await deriveByArgon2(password, hashed, { memoryKiB, iterations, parallelism }, options);
}

/** Opens one of Bitwarden's strings of type 2: AES-256-CBC, and HMAC-SHA-256 over nonce and ciphertext. */
async function openString(sealed: string, master: Bytes): Promise<Outcome<Bytes, "damaged" | "wrong_password">> {
  if (!sealed.startsWith("2.")) return fail("damaged");
  const [iv, content, mac] = sealed
    .slice(2)
    .split("|", 4)
    .map((part) => fromBase64(part));
  if (!iv || !content || !mac) return fail("damaged");
  const [sealKey, macKey] = [await expand(master, "enc"), await expand(master, "mac")];
  if (!isSameBytes(await hmac(macKey, joined(iv, content), "SHA-256"), mac)) return fail("wrong_password");
  const plain = await openAesCbc(sealKey, iv, content);
  return plain ? ok(plain) : fail("damaged");
}

/** HKDF-Expand of 32 bytes (RFC 5869 section 2.3). */
async function expand(key: Bytes, info: string): Promise<Bytes> {
  return await hmac(key, joined(toUtf8(info), Uint8Array.of(1)), "SHA-256");
}
