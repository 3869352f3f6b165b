import { createCipheriv, pbkdf2Sync } from "node:crypto";
import { expect, it } from "vitest";
import { readImportFile } from "../../../../extension/import/read-file.ts";

const secret = "JBSWY3DPEHPK3PXP";
const shop = {
  accountType: "authenticator",
  digits: 6,
  originalIssuer: "Shop",
  originalName: "Shop:ana",
  name: "Shop: ana",
};

function file(tokens: unknown[], name = "com.authy.storage.tokens.authenticator.key"): Uint8Array<ArrayBuffer> {
  const json = JSON.stringify(tokens).replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return new TextEncoder().encode(
    `<?xml version='1.0'?>\n<map>\n<int name="v" value="1" /><string name="${name}">${json}</string></map>`,
  );
}

function sealed(password: string, salt: string): string {
  const key = pbkdf2Sync(password, salt, 1000, 32, "sha1");
  const cipher = createCipheriv("aes-256-cbc", key, Buffer.alloc(16));
  return Buffer.concat([cipher.update(secret), cipher.final()]).toString("base64");
}

it("reads the accounts of Authy, with the names that the person knows them by", async () => {
  const tokens = [
    { ...shop, decryptedSecret: secret },
    { ...shop, originalIssuer: undefined, digits: 7, decryptedSecret: secret },
    { accountType: "authenticator", digits: 8, name: "Bank - bob", originalName: "bob", decryptedSecret: secret },
  ];
  expect(await readImportFile("authy.xml", file(tokens), {})).toMatchObject({
    value: {
      format: "authy",
      entries: [
        { key: { issuer: "Shop", account: "ana", digits: 6, period: 30, secret } },
        { key: { issuer: "Shop", account: "ana", digits: 7 } },
        { key: { issuer: "Bank", account: "bob", digits: 8 } },
      ],
    },
  });
});

it("reads the accounts that Authy itself issues, whose codes change every ten seconds", async () => {
  const token = { secretSeed: "48656c6c6f", digits: 7, name: "Cloud" };
  expect(await readImportFile("authy.xml", file([token], "com.authy.storage.tokens.authy.key"), {})).toMatchObject({
    value: { entries: [{ key: { issuer: "Cloud", account: "", period: 10, digits: 7, secret: "JBSWY3DP" } }] },
  });
});

it("opens what is sealed by the backup's password, one by one", async () => {
  const tokens = [
    { ...shop, encryptedSecret: sealed("own words", "salt of one"), salt: "salt of one" },
    { ...shop, name: "Shop: bob", encryptedSecret: sealed("others", "salt"), salt: "salt" },
  ];
  const read = (password?: string) => readImportFile("authy.xml", file(tokens), { password });
  expect(await read()).toMatchObject({ code: "password_needed" });
  expect(await read("wrong")).toMatchObject({ code: "wrong_password" });
  expect(await read("own words")).toMatchObject({
    value: { entries: [{ key: { account: "ana", secret } }], refused: [{ name: "Shop · bob", why: "sealed" }] },
  });
});
