import { fail, type Outcome } from "../../../shared/outcome.ts";
import { entryLimits, type FilledSite, type VaultEntry } from "../../vault/entry.ts";
import { fromBase64, fromUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { deriveByArgon2 } from "../derive-key.ts";
import { field, iconOf, list, noteOf, path, record, tagsOf, text, whole } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { openAesGcm } from "../unseal.ts";
import { type BackupFile, backupHeader, newestBackupVersion } from "./backup-file.ts";

/** Our own backup (docs/backup-format.md). */
export const latchkeyBackup: ImportFormat = {
  matches: ({ json }) => field(json, "format") === "latchkey-backup",
  async read({ json }, options) {
    if ((whole(field(json, "version")) ?? 0) > newestBackupVersion) return fail("newer");
    const kdf = field(json, "kdf");
    const salt = fromBase64(text(field(kdf, "salt")));
    const nonce = fromBase64(text(field(json, "nonce")));
    const sealed = fromBase64(text(field(json, "sealed")));
    if (!salt || !nonce || !sealed || field(kdf, "name") !== "argon2id") return fail("damaged");
    const { password } = options;
    if (password === undefined) return fail("password_needed");
    const [memoryKiB, iterations, parallelism] = ["memoryKiB", "iterations", "parallelism"].map((name) =>
      whole(field(kdf, name)),
    );
    const key = await deriveByArgon2(password.normalize("NFC"), salt, { memoryKiB, iterations, parallelism }, options);
    if (!key.ok) return key;
    // Whatever the header is, it opens only if it is the one that was sealed.
    const plain = await openAesGcm(
      key.value,
      nonce,
      sealed,
      backupHeader({ ...(json as BackupFile), kdf: kdf as BackupFile["kdf"] }),
    );
    return plain ? readContent(parseJson(fromUtf8(plain) ?? "")) : fail("wrong_password");
  },
};

function readContent(json: unknown): Outcome<Imported, ImportFailure> {
  if (!Array.isArray(field(json, "entries"))) return fail("damaged");
  return collect("latchkey-backup", list(field(json, "entries")), (entry): ReadEntry => {
    const parts = field(entry, "key");
    const [issuer, account] = [text(field(parts, "issuer")), text(field(parts, "account"))];
    const addedAt = text(field(entry, "addedAt"));
    return {
      name: nameOfParts(issuer, account),
      key: keyOf({
        type: field(parts, "type"),
        secret: field(parts, "secret"),
        algorithm: field(parts, "algorithm"),
        digits: field(parts, "digits"),
        period: field(parts, "period"),
        counter: field(parts, "counter"),
        pin: field(parts, "pin"),
        issuer,
        account,
      }),
      ...(Number.isNaN(Date.parse(addedAt)) ? {} : { addedAt }),
      ...(field(entry, "pinned") === true ? { pinned: true as const } : {}),
      ...tagsOf(list(field(entry, "tags"))),
      ...noteOf(field(entry, "note")),
      ...iconOf(field(entry, "icon")),
      ...sitesOf(field(entry, "sites")),
      ...namesOf(field(entry, "names")),
      ...latchkeyOf(field(entry, "latchkey")),
    };
  });
}

function namesOf(names: unknown): Pick<VaultEntry, "names"> {
  if (!record(names)) return {};
  const bounded = (name: string) => text(field(names, name)).slice(0, 256);
  return { names: { issuer: bounded("issuer"), account: bounded("account") } };
}

/** Each domain once, as the filling keeps them. */
function sitesOf(sites: unknown): Pick<VaultEntry, "sites"> {
  const read = list(sites).flatMap((site): FilledSite[] => {
    const [domain, mark] = [text(field(site, "domain")).toLowerCase(), text(field(site, "mark"))];
    if (domain === "" || domain.length > entryLimits.site || /[^\p{L}\p{M}\p{N}._:[\]-]/u.test(domain)) return [];
    return [{ domain, ...(mark !== "" && mark.length <= entryLimits.mark ? { mark } : {}) }];
  });
  const once = [...new Map(read.map((site) => [site.domain, site])).values()].slice(0, entryLimits.sites);
  return once.length > 0 ? { sites: once } : {};
}

function latchkeyOf(link: unknown): Pick<VaultEntry, "latchkey"> {
  const service = URL.parse(text(field(link, "service")))?.origin;
  const methodId = text(path(link, "methodId")).slice(0, 64);
  return service && methodId ? { latchkey: { service, methodId } } : {};
}
