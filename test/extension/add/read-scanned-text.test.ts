import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readScannedText } from "../../../extension/add/read-scanned-text.ts";

const secret = "JBSWY3DPEHPK3PXP";
const link = (name: string) => `otpauth://totp/${name}:ana?secret=${secret}&issuer=${name}`;

describe("a scanned text", () => {
  it("is a key where it is an otpauth link", () => {
    expect(readScannedText(link("GitHub"))).toMatchObject([{ kind: "key", key: { issuer: "GitHub", account: "ana" } }]);
  });

  it.each([
    ["lines", "\n"],
    ["Windows' lines", "\r\n"],
    ["spaces", "  "],
    ["commas and quotes", '","'],
  ])("may be many links, between %s", (_, between) => {
    const found = readScannedText(`My accounts: ${[link("GitHub"), link("npm"), link("Bank")].join(between)}`);
    expect(found.map((each) => each.kind === "key" && each.key.issuer)).toEqual(["GitHub", "npm", "Bank"]);
  });

  it("keeps the spaces that apps forget to encode in a name", () => {
    expect(readScannedText(`otpauth://totp/My Bank:ana lopez?secret=${secret}`)).toMatchObject([
      { kind: "key", key: { issuer: "My Bank", account: "ana lopez" } },
    ]);
  });

  it("is known as an export of Google Authenticator by its scheme", () => {
    const migration = "otpauth-migration://offline?data=ChEKCkhlbGxvId6tvu8SA2FuYRABGAE%3D";
    expect(readScannedText(`${link("npm")}\n${migration}`)).toMatchObject([
      { kind: "key" },
      { kind: "migration", link: migration },
    ]);
  });

  it.each(["", "?data=", "?data=!!", "?data=CjEKCkhlbGxvId6tvu8", "?data=AAAA"])(
    "is told to be a damaged export of Google Authenticator: otpauth-migration://offline%s",
    (rest) => {
      expect(readScannedText(`otpauth-migration://offline${rest}`)).toEqual([
        { kind: "bad_migration", start: "otpauth-migration://offl…" },
      ]);
    },
  );

  it("is named where it holds no account, and never with a secret", () => {
    expect(readScannedText("https://example.com/a/long/address?token=hush")).toEqual([
      { kind: "other", start: "https://example.com/a/lo…" },
    ]);
    const [bad] = readScannedText(`otpauth://totp/Bank?secret=${secret}&digits=3`);
    expect(bad).toEqual({ kind: "bad_link", start: "otpauth://totp/Bank", why: "bad_digits" });
    expect(readScannedText("  ")).toEqual([]);
  });

  it("never makes it throw", { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (before, after) => {
        expect(readScannedText(`${before}otpauth://totp/${after}`).length).toBeGreaterThan(0);
      }),
    );
  });
});
