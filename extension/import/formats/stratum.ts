import { fail, type Outcome } from "../../../shared/outcome.ts";
import { fromHex, fromUtf8, toUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { deriveByArgon2, deriveByPbkdf2 } from "../derive-key.ts";
import { field, list, tagsOf, text, whole } from "../fields.ts";
import type { ImportFormat, ReadOptions } from "../format.ts";
import { keyOf } from "../key-of.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { openAesCbc, openAesGcm } from "../unseal.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const types = ["", "hotp", "totp", "motp", "steam", "yandex"];
const algorithmNames = ["SHA1", "SHA256", "SHA512"];
const marks = { now: toUtf8("AUTHENTICATORPRO"), before: toUtf8("AuthenticatorPro") } as const;
const cost = { memoryKiB: 64 * 1024, iterations: 3, parallelism: 4 };
const iterationsBefore = 64_000;

/** Stratum, once Authenticator Pro (stratumauth.com/wiki/backup-format): plain JSON, and both of its sealed kinds. */
export const stratum: ImportFormat = {
  matches: ({ json, bytes }) =>
    Array.isArray(field(json, "Authenticators")) || beginsWith(bytes, marks.now) || beginsWith(bytes, marks.before),
  async read({ json, bytes }, options) {
    if (json !== undefined) return readBackup(json);
    const { password } = options;
    if (password === undefined) return fail("password_needed");
    const body = bytes.slice(marks.now.length);
    const plain = beginsWith(bytes, marks.now)
      ? await openNow(body, password, options)
      : await openBefore(body, password);
    return plain ? readBackup(parseJson(fromUtf8(plain) ?? "")) : fail("wrong_password");
  },
};

function readBackup(json: unknown): Outcome<Imported, ImportFailure> {
  if (!Array.isArray(field(json, "Authenticators"))) return fail("damaged");
  const categories = new Map(list(field(json, "Categories")).map((each) => [field(each, "Id"), field(each, "Name")]));
  const tags = Map.groupBy(list(field(json, "AuthenticatorCategories")), (each) => field(each, "AuthenticatorSecret"));
  return collect("stratum", list(field(json, "Authenticators")), (entry): ReadEntry => {
    const [issuer, account, secret] = [field(entry, "Issuer"), field(entry, "Username"), field(entry, "Secret")];
    const type = types[whole(field(entry, "Type")) ?? 0];
    const key = keyOf({
      type,
      // Mobile-OTP's are in hexadecimal.
      secret: type === "motp" ? (fromHex(text(secret).trim()) ?? "") : secret,
      pin: field(entry, "Pin"),
      algorithm: algorithmNames[whole(field(entry, "Algorithm")) ?? 0] ?? "",
      digits: field(entry, "Digits"),
      period: field(entry, "Period"),
      counter: field(entry, "Counter"),
      issuer,
      account,
    });
    const names = (tags.get(secret) ?? []).map((each) => categories.get(field(each, "CategoryId")));
    return { name: nameOfParts(text(issuer), text(account)), key, ...tagsOf(names) };
  });
}

async function openNow(body: Bytes, password: string, options: ReadOptions): Promise<Bytes | undefined> {
  const key = await deriveByArgon2(password, body.slice(0, 16), cost, options);
  return key.ok ? await openAesGcm(key.value, body.slice(16, 28), body.slice(28)) : undefined;
}

async function openBefore(body: Bytes, password: string): Promise<Bytes | undefined> {
  const key = await deriveByPbkdf2(password, body.slice(0, 20), iterationsBefore, "SHA-1");
  return key.ok ? await openAesCbc(key.value, body.slice(20, 36), body.slice(36)) : undefined;
}

function beginsWith(bytes: Uint8Array, mark: Uint8Array): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}
