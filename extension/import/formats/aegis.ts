import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { fromBase64, fromHex, fromUtf8, joined } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { deriveByScrypt } from "../derive-key.ts";
import { field, list, noteOf, path, record, tagsOf, text, whole } from "../fields.ts";
import type { ImportFormat, ReadOptions } from "../format.ts";
import { keyOf } from "../key-of.ts";
import { importLimits } from "../limits.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { openAesGcm } from "../unseal.ts";

const versions = { file: 1, database: 3 };
/** The kind of slot that a password opens; the others are of a phone's own hardware. */
const passwordSlot = 1;

/** Aegis (github.com/beemdevelopment/Aegis, docs/vault.md): plain, or sealed under a key that passwords wrap by scrypt. */
export const aegis: ImportFormat = {
  matches: ({ json }) => record(field(json, "header")) !== undefined && field(json, "db") !== undefined,
  async read({ json }, options) {
    if ((whole(field(json, "version")) ?? 0) > versions.file) return fail("newer");
    const db = field(json, "db");
    if (record(db)) return readDatabase(db);
    const opened = await openDatabase(json, options);
    return opened.ok ? readDatabase(opened.value) : opened;
  },
};

function readDatabase(db: unknown): Outcome<Imported, ImportFailure> {
  if ((whole(field(db, "version")) ?? 0) > versions.database) return fail("newer");
  if (!Array.isArray(field(db, "entries"))) return fail("damaged");
  const groups = new Map(list(field(db, "groups")).map((group) => [field(group, "uuid"), field(group, "name")]));
  return collect("aegis", list(field(db, "entries")), (entry): ReadEntry => {
    const info = field(entry, "info");
    const [issuer, account] = [field(entry, "issuer"), field(entry, "name")];
    if (!record(info)) return { name: nameOfParts(issuer, account), key: fail("not_an_entry") };
    const { algo, ...parts } = Object.fromEntries(
      ["secret", "algo", "digits", "period", "counter", "pin"].map((name) => [name, field(info, name)]),
    );
    const groupNames = list(field(entry, "groups")).map((id) => groups.get(id));
    return {
      name: nameOfParts(issuer, account),
      key: keyOf({ ...parts, secret: parts.secret, algorithm: algo, type: field(entry, "type"), issuer, account }),
      ...(field(entry, "favorite") === true ? { pinned: true as const } : {}),
      ...tagsOf([field(entry, "group"), ...groupNames]),
      ...noteOf(field(entry, "note")),
    };
  });
}

/** The database behind a password; each password slot is tried, for any may be the one that was typed. */
async function openDatabase(
  json: unknown,
  { password, onProgress }: ReadOptions,
): Promise<Outcome<unknown, ImportFailure>> {
  const slots = list(path(json, "header", "slots")).filter((slot) => field(slot, "type") === passwordSlot);
  if (slots.length === 0) return fail("other_key");
  if (slots.length > importLimits.passwordKeys) return fail("too_costly");
  if (password === undefined) return fail("password_needed");
  for (const slot of slots) {
    const salt = fromHex(text(field(slot, "salt")));
    if (!salt) return fail("damaged");
    const [n, r, p] = ["n", "r", "p"].map((name) => whole(field(slot, name)));
    const derived = await deriveByScrypt(password, salt, { n, r, p }, onProgress);
    if (!derived.ok) return derived;
    const key = await openSealed(derived.value, fromHex(text(field(slot, "key"))), field(slot, "key_params"));
    if (!key) continue;
    const plain = await openSealed(key, fromBase64(text(field(json, "db"))), path(json, "header", "params"));
    const db = plain && parseJson(fromUtf8(plain) ?? "");
    return record(db) ? ok(db) : fail("damaged");
  }
  return fail("wrong_password");
}

async function openSealed(
  key: Uint8Array<ArrayBuffer>,
  sealed: Uint8Array<ArrayBuffer> | undefined,
  params: unknown,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const [nonce, tag] = ["nonce", "tag"].map((name) => fromHex(text(field(params, name))));
  return sealed && nonce && tag ? await openAesGcm(key, nonce, joined(sealed, tag)) : undefined;
}
