import { expect, it } from "vitest";
import { readImportFile } from "../../../../extension/import/read-file.ts";

// The first bytes of what the app lays over its texts.
const mask = Buffer.from("398e27fc50276a656065b0e525f4c06c04c61075286b8e7aeda59da9813b5dd6", "hex");
const masked = (text: string) =>
  Buffer.from(Array.from(text, (letter, index) => letter.charCodeAt(0) ^ (mask[index] ?? 0))).toString("hex");
const file = (secret: string) =>
  new TextEncoder().encode(`<map>
    <string name="com.blizzard.messenger.AUTHENTICATOR_SERIAL">${masked("EU-1234-5678-9012")}</string>
    <string name="com.blizzard.messenger.AUTHENTICATOR_DEVICE_SECRET">${secret}</string>
  </map>`);

it("reads Battle.net's account, whose codes have eight digits", async () => {
  expect(await readImportFile("prefs.xml", file(masked("48656c6c6f")), {})).toMatchObject({
    value: {
      format: "battle-net",
      entries: [{ key: { issuer: "Battle.net", account: "EU-1234-5678-9012", digits: 8, secret: "JBSWY3DP" } }],
    },
  });
});

it("names it where its key is damaged", async () => {
  expect(await readImportFile("prefs.xml", file("zz"), {})).toMatchObject({
    value: { refused: [{ name: "Battle.net · EU-1234-5678-9012", why: "bad_secret" }] },
  });
});
