import { fail, type Outcome } from "../../../shared/outcome.ts";
import { fromHex, fromUtf8, toUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { deriveByPbkdf2 } from "../derive-key.ts";
import { field, list, tagsOf, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";
import { importLimits } from "../limits.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { openAesGcm } from "../unseal.ts";

type Bytes = Uint8Array<ArrayBuffer>;

const saltBytes = 12;
const nonceBytes = 12;
const tagBytes = 16;
const headBytes = 4 + saltBytes;

/** andOTP (github.com/andOTP/andOTP/wiki/Backup-formats), plain: a list of accounts. */
export const andOtp: ImportFormat = {
  matches: ({ json }) =>
    list(json).some((entry) => field(entry, "secret") !== undefined && field(entry, "label") !== undefined),
  async read({ json }) {
    return readEntries(list(json));
  },
};

/** andOTP, sealed. Its files have no mark of their own: a number of iterations at their start, or the name of old ones. */
export const andOtpSealed: ImportFormat = {
  matches: ({ bytes, text: words, name }) =>
    words === undefined &&
    bytes.length > nonceBytes + tagBytes &&
    (iterationsOf(bytes) !== undefined || isOldName(name)),
  async read({ bytes, name }, { password }) {
    if (password === undefined) return fail("password_needed");
    const plain = (await openNew(bytes, password)) ?? (isOldName(name) ? await openOld(bytes, password) : undefined);
    if (!plain) return fail("wrong_password");
    const entries = parseJson(fromUtf8(plain) ?? "");
    return Array.isArray(entries) ? readEntries(entries) : fail("damaged");
  },
};

function readEntries(entries: readonly unknown[]): Outcome<Imported, ImportFailure> {
  return collect("andotp", entries, (entry): ReadEntry => {
    const { issuer, account } = namesOf(entry);
    const type = text(field(entry, "type")).toLowerCase();
    const secret = field(entry, "secret");
    const key = keyOf({
      type,
      // Mobile-OTP's are in hexadecimal, and their PIN is asked for each time and kept nowhere.
      secret: type === "motp" ? (fromHex(text(secret).trim()) ?? "") : secret,
      algorithm: field(entry, "algorithm"),
      digits: field(entry, "digits"),
      period: field(entry, "period"),
      counter: field(entry, "counter"),
      issuer,
      account,
    });
    return { name: nameOfParts(issuer, account), key, ...tagsOf(list(field(entry, "tags"))) };
  });
}

/** Versions before 0.6 have no issuer, but a label such as `GitHub - ana`. */
function namesOf(entry: unknown): { issuer: string; account: string } {
  const label = text(field(entry, "label"));
  if (field(entry, "issuer") !== undefined) return { issuer: text(field(entry, "issuer")), account: label };
  const dash = label.indexOf(" - ");
  return dash < 0 ? { issuer: "", account: label } : { issuer: label.slice(0, dash), account: label.slice(dash + 3) };
}

function iterationsOf(bytes: Bytes): number | undefined {
  if (bytes.length <= headBytes + nonceBytes + tagBytes) return undefined;
  const iterations = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  // andOTP has always chosen between 1,000 and 160,000.
  return iterations >= 1000 && iterations <= importLimits.pbkdf2Iterations / 10 ? iterations : undefined;
}

function isOldName(name: string): boolean {
  return /\.json\.aes$/i.test(name);
}

async function openNew(bytes: Bytes, password: string): Promise<Bytes | undefined> {
  const key = await deriveByPbkdf2(password, bytes.slice(4, headBytes), iterationsOf(bytes), "SHA-1");
  return key.ok ? await openAesGcm(key.value, ...nonceAndRest(bytes.slice(headBytes))) : undefined;
}

async function openOld(bytes: Bytes, password: string): Promise<Bytes | undefined> {
  const key = new Uint8Array(await crypto.subtle.digest("SHA-256", toUtf8(password)));
  return await openAesGcm(key, ...nonceAndRest(bytes));
}

function nonceAndRest(bytes: Bytes): [nonce: Bytes, rest: Bytes] {
  return [bytes.slice(0, nonceBytes), bytes.slice(nonceBytes)];
}
