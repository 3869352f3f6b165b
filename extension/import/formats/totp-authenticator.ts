import { fail, type Outcome } from "../../../shared/outcome.ts";
import { preferenceOf } from "../android-preferences.ts";
import { fromBase64, fromHex, fromUtf8, toUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { field, record, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { openAesCbc } from "../unseal.ts";

const listName = "STATIC_TOTP_CODES_LIST";
/** What the app seals its backups with where the person gives no password. */
const usualPassword = "TotpAuthenticator";

/** TOTP Authenticator (BinaryBoot): its list as its Android app keeps it, and its backups, in base64 and always sealed. */
export const totpAuthenticator: ImportFormat = {
  matches: ({ text: words, json }) =>
    preferenceOf(words, listName) !== undefined || (json === undefined && sealedOf(words) !== undefined),
  async read({ text: words }, { password }) {
    const kept = preferenceOf(words, listName);
    if (kept !== undefined) return readAccounts(parseJson(kept));
    const usual = await openBackup(sealedOf(words), usualPassword);
    if (usual) return readAccounts(usual);
    if (password === undefined) return fail("password_needed");
    const opened = await openBackup(sealedOf(words), password);
    return opened ? readAccounts(opened) : fail("wrong_password");
  },
};

/** Whole blocks of AES in base64, and nothing else in the file. */
function sealedOf(words: string | undefined): Uint8Array<ArrayBuffer> | undefined {
  if (words === undefined || /[^A-Za-z0-9+/=\s]/.test(words)) return undefined;
  const bytes = fromBase64(words);
  return bytes && bytes.length > 0 && bytes.length % 16 === 0 ? bytes : undefined;
}

/** A backup is an object whose only member's name is the list. */
async function openBackup(sealed: Uint8Array<ArrayBuffer> | undefined, password: string): Promise<unknown> {
  const key = new Uint8Array(await crypto.subtle.digest("SHA-256", toUtf8(password)));
  const plain = sealed && (await openAesCbc(key, new Uint8Array(16), sealed));
  const [name] = Object.keys(record(parseJson((plain && fromUtf8(plain)) ?? "")) ?? {});
  return parseJson(name ?? "");
}

function readAccounts(accounts: unknown): Outcome<Imported, ImportFailure> {
  if (!Array.isArray(accounts)) return fail("damaged");
  return collect("totp-authenticator", accounts, (account): ReadEntry => {
    const names = { issuer: text(field(account, "issuer")), account: text(field(account, "name")) };
    const spelled = text(field(account, "key"));
    const base = text(field(account, "base"));
    const secret = base === "16" ? fromHex(spelled) : base === "64" ? fromBase64(spelled) : spelled;
    return { name: nameOfParts(names.issuer, names.account), key: keyOf({ type: "totp", secret, ...names }) };
  });
}
