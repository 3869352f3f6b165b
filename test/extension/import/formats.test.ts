import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { readImportFile } from "../../../extension/import/read-file.ts";
import type { FormatId, ImportedEntry, RefusedEntry } from "../../../extension/import/result.ts";
import { motpSettings, type OtpKey } from "../../../shared/otp/otp-key.ts";
import { all, counted, longest, nameless, password, plain, steam, unusual } from "../../data/accounts.ts";
import { argon2InNode } from "../../support/argon2-in-node.ts";

interface Expected {
  file: string;
  format: FormatId;
  isSealed?: true;
  /** In order; what more than its key an entry has. */
  entries: (OtpKey | ImportedEntry)[];
  refused?: RefusedEntry[];
  withoutCodes?: number;
}

const work = { tags: ["work"] };
const pin = { pinned: true as const };
const allWith = (more: Omit<ImportedEntry, "key">) => all.map((key) => (key === plain ? { key, ...more } : key));
const steamOf = (issuer: string, account: string): OtpKey => ({ ...steam, issuer, account });
const oldVpn = (secret: string, pin: string): OtpKey => ({
  type: "motp",
  secret,
  ...motpSettings,
  pin,
  issuer: "Old VPN",
  account: "mobile",
});
const stratum = [...allWith(work), oldVpn("VKVA", "")];
const gone = { name: "Gone · ana", why: "in_bin" as const };

const bitwarden = [{ key: plain, ...pin, ...work }, unusual, longest, steam];
const proton = [plain, unusual, longest, { key: steamOf("Steam", "gamer"), note: "x" }];
const protonPass: Partial<Expected> & { entries: Expected["entries"] } = {
  entries: [
    { key: plain, ...pin, ...work },
    { key: unusual, ...work },
    { key: longest, ...work },
  ],
  refused: [gone],
  withoutCodes: 1,
};
const freeOtp = [plain, unusual, counted];
const andOtp = [...allWith(work), { ...plain, secret: "JBSWY3DP", issuer: "Old", account: "label" } satisfies OtpKey];
const google = [plain, { ...unusual, period: 30 }, nameless, counted];
const authenticator = allWith(pin);

const files: Expected[] = [
  { file: "aegis-v1.json", format: "aegis", entries: [...allWith(work), oldVpn("AAAAAAAA", "1234")] },
  { file: "aegis-v3.json", format: "aegis", entries: allWith({ ...pin, ...work }) },
  { file: "aegis-sealed.json", format: "aegis", isSealed: true, entries: allWith({ ...pin, ...work }) },
  { file: "two-fas-v1.2fas", format: "two-fas", entries: [plain] },
  { file: "two-fas-v4.2fas", format: "two-fas", entries: allWith(work) },
  { file: "two-fas-sealed.2fas", format: "two-fas", isSealed: true, entries: allWith(work) },
  { file: "bitwarden.json", format: "bitwarden", entries: bitwarden, withoutCodes: 1 },
  {
    file: "bitwarden.csv",
    format: "bitwarden",
    entries: bitwarden.map((entry) => ({ ...("key" in entry ? entry : { key: entry }), note: "two\nlines" })),
    withoutCodes: 1,
  },
  { file: "bitwarden-sealed-pbkdf2.json", format: "bitwarden", isSealed: true, entries: bitwarden, withoutCodes: 1 },
  { file: "bitwarden-sealed-argon2.json", format: "bitwarden", isSealed: true, entries: bitwarden, withoutCodes: 1 },
  {
    file: "ente-auth.txt",
    format: "ente-auth",
    entries: allWith({ ...pin, ...work }),
    refused: [{ name: "Gone", why: "in_bin" }],
  },
  {
    file: "ente-auth-sealed.json",
    format: "ente-auth",
    isSealed: true,
    entries: allWith({ ...pin, ...work }),
    refused: [{ name: "Gone", why: "in_bin" }],
  },
  { file: "proton-authenticator.json", format: "proton-authenticator", entries: proton },
  { file: "proton-authenticator-sealed.json", format: "proton-authenticator", isSealed: true, entries: proton },
  { file: "proton-pass.json", format: "proton-pass", ...protonPass },
  { file: "proton-pass.zip", format: "proton-pass", ...protonPass },
  {
    file: "authenticator-extension.json",
    format: "authenticator-extension",
    entries: [
      ...authenticator,
      { ...plain, secret: "JBSWY3DPEHPK3PXP", issuer: "Hex", account: "" },
      { ...plain, secret: "JBSWY3DP", issuer: "Battle.net", account: "", digits: 8 },
    ],
  },
  {
    file: "authenticator-extension-passphrase.json",
    format: "authenticator-extension",
    isSealed: true,
    entries: authenticator,
  },
  {
    file: "authenticator-extension-key.json",
    format: "authenticator-extension",
    isSealed: true,
    entries: authenticator,
  },
  {
    file: "authenticator-extension-argon2.json",
    format: "authenticator-extension",
    isSealed: true,
    entries: authenticator,
  },
  { file: "andotp.json", format: "andotp", entries: andOtp },
  { file: "andotp-sealed.aes", format: "andotp", isSealed: true, entries: andOtp },
  { file: "andotp-old.json.aes", format: "andotp", isSealed: true, entries: andOtp },
  { file: "freeotp-v1.xml", format: "freeotp", entries: freeOtp },
  { file: "freeotp-v2.xml", format: "freeotp", isSealed: true, entries: freeOtp },
  { file: "freeotp-plus.json", format: "freeotp-plus", entries: freeOtp },
  { file: "stratum.json", format: "stratum", entries: stratum },
  { file: "stratum-sealed.stratum", format: "stratum", isSealed: true, entries: stratum },
  { file: "stratum-before.authpro", format: "stratum", isSealed: true, entries: stratum },
  { file: "raivo-otp-export.json", format: "raivo", entries: allWith(pin) },
  { file: "raivo-zip-crypto.zip", format: "raivo", isSealed: true, entries: allWith(pin) },
  { file: "raivo-sealed.zip", format: "raivo", isSealed: true, entries: allWith(pin) },
  {
    file: "one-password.1pux",
    format: "one-password",
    entries: [{ key: plain, ...pin, ...work }, unusual, longest],
    refused: [{ name: "Broken · ana", why: "bad_secret", character: "1" }],
    withoutCodes: 1,
  },
  { file: "one-password.csv", format: "one-password", entries: [{ key: plain, ...pin }, unusual] },
  {
    file: "keepassxc.csv",
    format: "keepass",
    entries: [plain, unusual, longest].map((key) => ({ key, ...work })),
    withoutCodes: 1,
  },
  {
    file: "keepass.xml",
    format: "keepass",
    entries: [plain, ...[unusual, counted, steam].map((key) => ({ key, ...work }))],
    refused: [gone],
    withoutCodes: 1,
  },
  { file: "google.txt", format: "google", entries: google },
  { file: "google-raw-plus.txt", format: "google", entries: google },
  { file: "links.txt", format: "uri-list", entries: all, refused: [{ name: "#7", why: "not_otpauth" }] },
];

async function read(file: string, typed?: string) {
  const bytes = new Uint8Array(readFileSync(new URL(`../../data/exports/${file}`, import.meta.url)));
  return await readImportFile(file, bytes, { password: typed, argon2: argon2InNode });
}

describe("the export", () => {
  // Long enough for the slowest of their key derivations on a slow machine.
  it.each(files)(
    "$file gives all that it holds",
    { timeout: 120_000 },
    async ({ file, format, isSealed, entries, refused, withoutCodes }) => {
      if (isSealed) {
        expect(await read(file)).toMatchObject({ ok: false, code: "password_needed" });
        expect(await read(file, "not this")).toMatchObject({ ok: false, code: "wrong_password" });
      }
      expect(await read(file, isSealed && password)).toEqual({
        ok: true,
        value: {
          format,
          entries: entries.map((entry) => ("key" in entry ? entry : { key: entry })),
          refused: refused ?? [],
          withoutCodes: withoutCodes ?? 0,
        },
      });
    },
  );

  it.each([
    ["aegis-biometric.json", "other_key"],
    ["bitwarden-account-key.json", "other_key"],
    ["proton-pass-pgp.zip", "other_key"],
    ["bomb.zip", "too_large"],
  ])("%s is refused as %s", async (file, code) => {
    expect(await read(file, password)).toMatchObject({ ok: false, code });
  });

  it("of Google over several codes tells which parts are here", async () => {
    expect(await read("google-parts-1-3.txt")).toMatchObject({
      value: { entries: [{ key: plain }, { key: counted }], parts: [{ have: [1, 3], of: 3 }] },
    });
  });
});
