import { createCipheriv, createHash } from "node:crypto";
import { expect, it } from "vitest";
import { readImportFile } from "../../../../extension/import/read-file.ts";

const accounts = JSON.stringify([
  { issuer: "Shop", name: "ana", key: "JBSWY3DP", base: 32 },
  { issuer: "Shop", name: "bob", key: "48656c6c6f", base: 16 },
  { issuer: "Shop", name: "eve", key: "SGVsbG8=", base: 64 },
  { issuer: "Shop", name: "bad", key: "not 1 key", base: 32 },
]);
const read = (text: string, password?: string) =>
  readImportFile("backup.encrypt", new TextEncoder().encode(text), { password });
const expected = {
  value: {
    format: "totp-authenticator",
    entries: ["ana", "bob", "eve"].map((account) => ({ key: { issuer: "Shop", account, secret: "JBSWY3DP" } })),
    refused: [{ name: "Shop · bad", why: "bad_secret" }],
  },
};

function backup(password: string): string {
  const cipher = createCipheriv("aes-256-cbc", createHash("sha256").update(password).digest(), Buffer.alloc(16));
  return Buffer.concat([cipher.update(JSON.stringify({ [accounts]: "" })), cipher.final()]).toString("base64");
}

it("reads the list of TOTP Authenticator in each of its spellings", async () => {
  const escaped = accounts.replaceAll('"', "&quot;");
  expect(await read(`<map><string name="STATIC_TOTP_CODES_LIST">${escaped}</string></map>`)).toMatchObject(expected);
});

it("opens its backups, by the password that the app uses when it was given none", async () => {
  expect(await read(backup("TotpAuthenticator"))).toMatchObject(expected);
  expect(await read(backup("own words"))).toMatchObject({ code: "password_needed" });
  expect(await read(backup("own words"), "wrong")).toMatchObject({ code: "wrong_password" });
  expect(await read(backup("own words"), "own words")).toMatchObject(expected);
});
