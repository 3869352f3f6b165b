import { expect, it } from "vitest";
import { readImportFile } from "../../../../extension/import/read-file.ts";

it("reads Duo Mobile's accounts, by time and by count, and counts those that have no codes", async () => {
  const json = [
    { name: "ana", accountType: "OtpAccount", otpGenerator: { otpSecret: "JBSWY3DP" } },
    { name: "bob", accountType: "OtpAccount", otpGenerator: { otpSecret: "JBSWY3DP", counter: 7 } },
    { name: "push", accountType: "DuoAccount" },
  ];
  expect(await readImportFile("accounts.json", new TextEncoder().encode(JSON.stringify(json)), {})).toMatchObject({
    value: {
      format: "duo",
      entries: [{ key: { type: "totp", account: "ana" } }, { key: { type: "hotp", account: "bob", counter: 7 } }],
      withoutCodes: 1,
    },
  });
});
