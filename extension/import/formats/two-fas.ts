import { parseOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { fromBase64, fromUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { deriveByPbkdf2 } from "../derive-key.ts";
import { field, list, path, tagsOf, text, whole } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { openAesGcm } from "../unseal.ts";

const newestSchema = 4;
const iterations = 10_000;

/** 2FAS (github.com/twofas/2fas-android, backup schemas 1 to 4): plain, or sealed by PBKDF2 and AES-GCM. */
export const twoFas: ImportFormat = {
  matches: ({ json }) =>
    Array.isArray(field(json, "services")) &&
    (field(json, "schemaVersion") !== undefined || field(json, "servicesEncrypted") !== undefined),
  async read({ json }, { password }) {
    if ((whole(field(json, "schemaVersion")) ?? 0) > newestSchema) return fail("newer");
    const sealed = text(field(json, "servicesEncrypted"));
    if (sealed === "") return readServices(json, list(field(json, "services")));
    if (password === undefined) return fail("password_needed");
    const opened = await openServices(sealed, password);
    return opened.ok ? readServices(json, opened.value) : opened;
  },
};

function readServices(json: unknown, services: readonly unknown[]): Outcome<Imported, ImportFailure> {
  const groups = new Map(list(field(json, "groups")).map((group) => [field(group, "id"), field(group, "name")]));
  const placeOf = (service: unknown) => whole(path(service, "order", "position")) ?? services.length;
  const ordered = services.toSorted((one, other) => placeOf(one) - placeOf(other));
  return collect("two-fas", ordered, (service): ReadEntry => {
    const otp = field(service, "otp");
    const link = parseOtpauthUri(text(field(otp, "link")));
    const linked = link.ok ? link.value : undefined;
    const issuer = text(field(service, "name")) || text(field(otp, "issuer")) || (linked?.issuer ?? "");
    const account = text(field(otp, "account")) || text(field(otp, "label")) || (linked?.account ?? "");
    const key = keyOf({
      type: field(otp, "tokenType") ?? "totp",
      secret: field(service, "secret"),
      algorithm: field(otp, "algorithm"),
      digits: field(otp, "digits"),
      period: field(otp, "period"),
      counter: field(otp, "counter"),
      issuer,
      account,
    });
    return { name: nameOfParts(issuer, account), key, ...tagsOf([groups.get(field(service, "groupId"))]) };
  });
}

async function openServices(sealed: string, password: string): Promise<Outcome<readonly unknown[], ImportFailure>> {
  const [content, salt, nonce] = sealed.split(":", 4).map((part) => fromBase64(part));
  if (!content || !salt || !nonce) return fail("damaged");
  const key = await deriveByPbkdf2(password, salt, iterations, "SHA-256");
  if (!key.ok) return key;
  const plain = await openAesGcm(key.value, nonce, content);
  if (!plain) return fail("wrong_password");
  const services = parseJson(fromUtf8(plain) ?? "");
  return Array.isArray(services) ? ok(services) : fail("damaged");
}
