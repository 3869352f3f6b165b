import { expect, it } from "vitest";
import { readImportFile } from "../../../../extension/import/read-file.ts";

const account = { shared_secret: "SGVsbG8=", account_name: "ana", identity_secret: "AAAA", status: 1 };

it.each([
  ["a maFile", account],
  ["the app's file of several accounts", { accounts: { 765: account } }],
])("reads %s of Steam's", async (_, json) => {
  expect(await readImportFile("ana.maFile", new TextEncoder().encode(JSON.stringify(json)), {})).toMatchObject({
    value: {
      format: "steam",
      entries: [{ key: { type: "steam", issuer: "Steam", account: "ana", secret: "JBSWY3DP" } }],
    },
  });
});

it("names an account of Steam's whose key is damaged", async () => {
  const json = JSON.stringify({ ...account, shared_secret: "!" });
  expect(await readImportFile("x", new TextEncoder().encode(json), {})).toMatchObject({
    value: { entries: [], refused: [{ name: "Steam · ana", why: "bad_secret" }] },
  });
});
