import { fail, type Outcome } from "../../../shared/outcome.ts";
import { preferenceOf } from "../android-preferences.ts";
import { fromBase64, fromHex, fromUtf8, toUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry } from "../collect.ts";
import { parseJson } from "../content.ts";
import { deriveByPbkdf2 } from "../derive-key.ts";
import { field, type JsonRecord, list, record, text } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { keyOf } from "../key-of.ts";
import type { Imported, ImportFailure } from "../result.ts";
import { openAesCbc } from "../unseal.ts";

const names = ["com.authy.storage.tokens.authenticator.key", "com.authy.storage.tokens.authy.key"];
const iterations = 1000;
/** Seconds of the codes that Authy makes for its own accounts, whose keys are in hexadecimal. */
const ownPeriod = 10;

/** Authy's accounts as its Android app keeps them; those from its backup are sealed by the backup's password, one by one. */
export const authy: ImportFormat = {
  matches: ({ text: words }) => preferenceOf(words, ...names) !== undefined,
  async read({ text: words }, { password }) {
    const tokens = parseJson(preferenceOf(words, ...names) ?? "");
    if (!Array.isArray(tokens)) return fail("damaged");
    const isSealed = (token: unknown) =>
      field(token, "decryptedSecret") === undefined && field(token, "encryptedSecret") !== undefined;
    if (!tokens.some(isSealed)) return readTokens(tokens);
    if (password === undefined) return fail("password_needed");
    const opened: unknown[] = [];
    for (const token of tokens) opened.push(isSealed(token) ? await openToken(token, password) : token);
    // Nothing tells a wrong password from damage but that none of what was sealed opens.
    return opened.some((token, index) => isSealed(tokens[index]) && !isSealed(token))
      ? readTokens(opened)
      : fail("wrong_password");
  },
};

function readTokens(tokens: readonly unknown[]): Outcome<Imported, ImportFailure> {
  return collect("authy", list(tokens), (token): ReadEntry => {
    const seed = text(field(token, "secretSeed"));
    const { issuer, account } = seed === "" ? namesOf(token) : { issuer: text(field(token, "name")), account: "" };
    const name = nameOfParts(issuer, account);
    const secret = seed === "" ? text(field(token, "decryptedSecret")) : (fromHex(seed) ?? "");
    if (secret === "" && field(token, "encryptedSecret") !== undefined) return { name, key: fail("sealed") };
    const period = seed === "" ? 30 : ownPeriod;
    return { name, key: keyOf({ type: "totp", secret, digits: field(token, "digits"), period, issuer, account }) };
  });
}

/** The name is what the person or the app made of `issuer:account`; what it was at first is beside it. */
function namesOf(token: unknown): { issuer: string; account: string } {
  const name = text(field(token, "name"));
  const first = text(field(token, "originalName"));
  const issuer =
    text(field(token, "originalIssuer")) || (first.includes(":") ? (first.split(":", 1)[0] ?? "") : "").trim();
  if (issuer !== "") return { issuer, account: withoutPrefix(name, issuer) };
  const dash = name.indexOf(" - ");
  return dash < 0 ? { issuer: "", account: name } : { issuer: name.slice(0, dash), account: name.slice(dash + 3) };
}

function withoutPrefix(name: string, issuer: string): string {
  return name.startsWith(issuer) ? name.slice(issuer.length).replace(/^\s*[:-]?\s*/, "") : name;
}

async function openToken(token: unknown, password: string): Promise<JsonRecord | undefined> {
  const sealed = fromBase64(text(field(token, "encryptedSecret")));
  // The salt is used as it is spelled.
  const key = await deriveByPbkdf2(password, toUtf8(text(field(token, "salt"))), iterations, "SHA-1");
  const plain = sealed && key.ok ? await openAesCbc(key.value, new Uint8Array(16), sealed) : undefined;
  const secret = plain && fromUtf8(plain);
  return { ...record(token), ...(secret === undefined ? {} : { decryptedSecret: secret }) };
}
