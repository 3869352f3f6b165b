import { describe, expect, it } from "vitest";
import { readImportFile } from "../../../../extension/import/read-file.ts";

const read = (text: string) => readImportFile("export", new TextEncoder().encode(text), {});
const secret = "JBSWY3DPEHPK3PXP";

describe("logins in CSV", () => {
  it.each([
    [
      "bitwarden",
      "Bitwarden Authenticator's, which has no user names",
      `folder,favorite,type,name,login_uri,login_totp\n,1,1,Shop,https://shop.example,${secret}`,
      { issuer: "Shop", account: "" },
    ],
    [
      "bitwarden",
      "one with semicolons",
      `folder;favorite;type;name;notes;fields;login_uri;login_username;login_password;login_totp\n;;login;Shop;a,b;;;ana;x;${secret}`,
      { issuer: "Shop", account: "ana" },
    ],
    [
      "bitwarden",
      "one that Excel has saved",
      `\ufeffsep=;\r\nname;login_username;login_totp\r\n"Shop";"ana";"${secret}"\r\n`,
      { issuer: "Shop", account: "ana" },
    ],
    [
      "apple-passwords",
      "Apple's",
      `Title,URL,Username,Password,Notes,OTPAuth\nShop (ana),https://shop.example/,ana,x,,otpauth://totp/Shop:ana?secret=${secret}&issuer=Shop`,
      { issuer: "Shop", account: "ana" },
    ],
    [
      "one-password",
      "1Password's",
      `Title,Url,Username,Password,OTPAuth,Favorite,Archived,Tags,Notes\nShop,,ana,x,otpauth://totp/?secret=${secret},true,false,,`,
      { issuer: "Shop", account: "ana" },
    ],
    [
      "dashlane",
      "Dashlane's",
      `username,username2,username3,title,password,note,url,category,otpUrl\nana,,,Shop,x,,,Work,otpauth://totp/?secret=${secret}`,
      { issuer: "Shop", account: "ana" },
    ],
    [
      "dashlane",
      "Dashlane's of before",
      `username,username2,username3,title,password,note,url,category,otpSecret\n,bob,,Shop,x,,,,${secret}`,
      { issuer: "Shop", account: "bob" },
    ],
    [
      "lastpass",
      "LastPass's",
      `url,username,password,totp,extra,name,grouping,fav\nhttps://shop.example,ana,x,${secret},,Shop,Work,0`,
      { issuer: "Shop", account: "ana" },
    ],
  ])("is %s: %s", async (format, _, text, names) => {
    expect(await read(text)).toMatchObject({
      value: { format, entries: [{ key: { secret, ...names } }], refused: [] },
    });
  });
});

it("in Bitwarden's JSON are read from exports that do not say that they are plain", async () => {
  const items = [{ name: "Shop", login: { username: "ana", totp: secret } }, { name: "Note" }];
  expect(await read(JSON.stringify({ items }))).toMatchObject({
    value: { format: "bitwarden", entries: [{ key: { issuer: "Shop", account: "ana" } }], withoutCodes: 1 },
  });
});

it("have the names of their links where 2FAS has none beside them", async () => {
  const otp = { link: `otpauth://totp/Shop:ana?secret=${secret}&issuer=Shop`, tokenType: "TOTP" };
  const file = { services: [{ name: "", secret, otp }], schemaVersion: 4 };
  expect(await read(JSON.stringify(file))).toMatchObject({
    value: { format: "two-fas", entries: [{ key: { issuer: "Shop", account: "ana" } }] },
  });
});

it.each([
  [
    "another Android app's preferences",
    '<?xml version="1.0"?>\n<map><string name="theme">{"dark":true}</string></map>',
  ],
  ["empty preferences", "<map />"],
])("are not looked for in %s", async (_, text) => {
  expect(await read(text)).toMatchObject({ ok: false, code: "not_recognised" });
});
