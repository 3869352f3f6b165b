import { fail } from "../../../shared/outcome.ts";
import { fromBase64, fromUtf8 } from "../bytes.ts";
import { deriveByArgon2 } from "../derive-key.ts";
import { field, path, record, text, whole } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { openSecretStream } from "../secret-stream.ts";
import { readUriList } from "./uri-list.ts";

/** Ente Auth's sealed export (github.com/ente-io/ente, auth/docs): Argon2id and libsodium's secretstream over its links. */
export const enteAuth: ImportFormat = {
  matches: ({ json }) =>
    record(field(json, "kdfParams")) !== undefined && typeof field(json, "encryptedData") === "string",
  async read({ json }, options) {
    if ((whole(field(json, "version")) ?? 0) > 1) return fail("newer");
    const { password } = options;
    if (password === undefined) return fail("password_needed");
    const salt = fromBase64(text(path(json, "kdfParams", "salt")));
    const header = fromBase64(text(field(json, "encryptionNonce")));
    const sealed = fromBase64(text(field(json, "encryptedData")));
    if (!salt || !header || !sealed) return fail("damaged");
    const memoryKiB = Math.floor((whole(path(json, "kdfParams", "memLimit")) ?? 0) / 1024);
    const iterations = whole(path(json, "kdfParams", "opsLimit"));
    const key = await deriveByArgon2(password, salt, { memoryKiB, iterations, parallelism: 1 }, options);
    if (!key.ok) return key;
    const plain = await openSecretStream(key.value, header, sealed);
    if (!plain) return fail("wrong_password");
    return readUriList(fromUtf8(plain) ?? "", "ente-auth");
  },
};
