import { fail, type Outcome } from "../../../shared/outcome.ts";
import { fromBase64, fromUtf8, toUtf8 } from "../bytes.ts";
import { collect, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { deriveByArgon2 } from "../derive-key.ts";
import { field, list, noteOf, path, record, text, whole } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOfField } from "../key-of.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { openAesGcm } from "../unseal.ts";

const cost = { memoryKiB: 19 * 1024, iterations: 2, parallelism: 1 };
const purpose = toUtf8("proton.authenticator.export.v1");
const nonceBytes = 12;

/** Proton Authenticator (github.com/protonpass/proton-pass-common): links in JSON, plain or by Argon2id and AES-GCM. */
export const protonAuthenticator: ImportFormat = {
  matches: ({ json }) =>
    field(json, "version") !== undefined &&
    (list(field(json, "entries")).some((entry) => record(field(entry, "content"))) ||
      (typeof field(json, "salt") === "string" && typeof field(json, "content") === "string")),
  async read({ json }, options) {
    if ((whole(field(json, "version")) ?? 0) > 1) return fail("newer");
    if (Array.isArray(field(json, "entries"))) return readEntries(json);
    const { password } = options;
    if (password === undefined) return fail("password_needed");
    const salt = fromBase64(text(field(json, "salt")));
    const sealed = fromBase64(text(field(json, "content")));
    if (!salt || !sealed) return fail("damaged");
    const key = await deriveByArgon2(password, salt, cost, options);
    if (!key.ok) return key;
    const plain = await openAesGcm(key.value, sealed.slice(0, nonceBytes), sealed.slice(nonceBytes), purpose);
    return plain ? readEntries(parseJson(fromUtf8(plain) ?? "")) : fail("wrong_password");
  },
};

function readEntries(json: unknown): Outcome<Imported, ImportFailure> {
  if (!Array.isArray(field(json, "entries"))) return fail("damaged");
  return collect("proton-authenticator", list(field(json, "entries")), (entry): ReadEntry => {
    const name = text(path(entry, "content", "name"));
    const uri = text(path(entry, "content", "uri"));
    const isSteam = text(path(entry, "content", "entry_type")).toLowerCase() === "steam";
    // A Steam link has no names of its own; the program's name for it says whose it is.
    const names = isSteam ? { issuer: "Steam", account: name } : { issuer: "", account: name };
    const key = uri === "" ? fail("not_an_entry") : keyOfField(uri, names);
    return { name, key, ...noteOf(field(entry, "note") ?? path(entry, "content", "note")) };
  });
}
