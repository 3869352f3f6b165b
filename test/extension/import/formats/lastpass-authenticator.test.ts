import { expect, it } from "vitest";
import { readImportFile } from "../../../../extension/import/read-file.ts";

const account = {
  issuerName: "Shop",
  originalIssuerName: "shop.example",
  userName: "",
  originalUserName: "ana",
  secret: "jbsw y3dp",
  timeStep: 60,
  digits: 8,
  algorithm: "SHA256",
  isFavorite: true,
  folderData: { folderId: 3, position: 0 },
};

it("reads LastPass Authenticator's accounts, with their folders, and names the one that is damaged", async () => {
  const json = { version: 3, folders: [{ id: 3, name: "Work" }], accounts: [account, { ...account, secret: "1" }] };
  expect(await readImportFile("lastpass.json", new TextEncoder().encode(JSON.stringify(json)), {})).toMatchObject({
    value: {
      format: "lastpass-authenticator",
      entries: [
        {
          key: { issuer: "Shop", account: "ana", secret: "JBSWY3DP", period: 60, digits: 8, algorithm: "SHA256" },
          pinned: true,
          tags: ["Work"],
        },
      ],
      refused: [{ name: "Shop · ana", why: "bad_secret" }],
    },
  });
});
