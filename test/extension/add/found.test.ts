import { expect, it } from "vitest";
import { sortOut } from "../../../extension/add/found.ts";
import { readScannedText } from "../../../extension/add/read-scanned-text.ts";

const link = (name: string, secret: string) => `otpauth://totp/${name}:ana?secret=${secret}&issuer=${name}`;

it("finds each key once, and says which are there already", () => {
  const [held] = readScannedText(link("GitHub", "JBSWY3DPEHPK3PXP"));
  if (held?.kind !== "key") throw new Error("the link is one");
  const entries = [{ id: "held", key: held.key, addedAt: "" }];
  const text = [link("GitHub", "JBSWY3DPEHPK3PXP"), link("npm", "GEZDGNBV"), link("npm", "GEZDGNBV"), "otpauth://x/y?"];
  let id = 0;
  const found = sortOut(
    [...readScannedText(text.join("\n")), { kind: "other", start: "hello" }],
    entries,
    () => `${id++}`,
  );
  expect(found.accounts.map(({ key, duplicate }) => [key.issuer, duplicate?.kind])).toEqual([
    ["GitHub", "same_key"],
    ["npm", undefined],
  ]);
  expect(found.unread.map(({ kind }) => kind)).toEqual(["bad_link", "other"]);
});
