import { describe, expect, it } from "vitest";
import { joinMigrations, type MigrationPart, readMigrationUri } from "../../../../extension/import/formats/google.ts";
import { readUriList } from "../../../../extension/import/formats/uri-list.ts";
import { toBase64 } from "../../../../extension/vault/base64.ts";
import type { OtpKey } from "../../../../shared/otp/otp-key.ts";

const number = (field: number, value: number) => [field * 8, value];
const bytes = (field: number, value: string | number[]) => {
  const content = typeof value === "string" ? [...new TextEncoder().encode(value)] : value;
  return [field * 8 + 2, content.length, ...content];
};
const uriOf = (message: number[]) =>
  `otpauth-migration://offline?data=${encodeURIComponent(toBase64(Uint8Array.from(message)))}`;
const secret = bytes(1, "Hello");
const usual = [...number(4, 1), ...number(5, 1), ...number(6, 2)];
const key: OtpKey = {
  type: "totp",
  secret: "JBSWY3DP",
  algorithm: "SHA1",
  digits: 6,
  period: 30,
  issuer: "",
  account: "",
};

function read(account: number[], rest: number[] = number(2, 1)) {
  return readMigrationUri(uriOf([...bytes(1, account), ...rest]));
}

describe("an account of Google's export", () => {
  it.each([
    ["no issuer and no colon", bytes(2, "ana"), { issuer: "", account: "ana" }],
    ["the issuer in its name alone", bytes(2, "GitHub:ana"), { issuer: "GitHub", account: "ana" }],
    ["the issuer in both", [...bytes(2, "GitHub:ana"), ...bytes(3, "GitHub")], { issuer: "GitHub", account: "ana" }],
    ["another prefix", [...bytes(2, "git:ana"), ...bytes(3, "GitHub")], { issuer: "GitHub", account: "git:ana" }],
    ["names that are not ASCII", [...bytes(2, "josé"), ...bytes(3, "例え")], { issuer: "例え", account: "josé" }],
    ["its fields in another order", [...bytes(3, "B"), ...bytes(2, "a")], { issuer: "B", account: "a" }],
    ["no name at all", [], { issuer: "", account: "" }],
  ])("with %s has its names right", (_, names, expected) => {
    expect(read([...names, ...usual, ...secret])).toMatchObject({
      value: { entries: [{ key: { ...key, ...expected } }] },
    });
  });

  it.each([
    ["SHA-512, 8 digits", [...number(4, 3), ...number(5, 2), ...number(6, 2)], { algorithm: "SHA512", digits: 8 }],
    ["a counter", [...number(4, 1), ...number(5, 1), ...number(6, 1), ...number(7, 9)], { type: "hotp", counter: 9 }],
    ["a counter that stands at 0", [...number(5, 1), ...number(6, 1)], { type: "hotp", counter: 0 }],
    ["what has no value", [], { algorithm: "SHA1", digits: 6, type: "totp" }],
  ])("keeps %s", (_, fields, expected) => {
    expect(read([...secret, ...fields])).toMatchObject({ value: { entries: [{ key: expected }] } });
  });

  it.each([
    ["MD5", [...secret, ...number(4, 4)], "bad_algorithm"],
    ["digits that are not known", [...secret, ...number(5, 7)], "bad_digits"],
    ["a type that is not known", [...secret, ...number(6, 9)], "bad_type"],
    ["no secret", usual, "bad_secret"],
    ["a secret that is a number", number(1, 5), "bad_secret"],
    ["a length that runs past its end", [10, 100, 1], "not_an_entry"],
  ])("with %s is refused by its place", (_, account, why) => {
    expect(read(account)).toMatchObject({ value: { entries: [], refused: [{ name: "#1", why }] } });
  });
});

describe("a link of Google's export", () => {
  it.each([
    ["", "damaged"],
    ["otpauth-migration://offline", "damaged"],
    ["otpauth-migration://offline?data=", "damaged"],
    ["otpauth-migration://offline?data=%", "damaged"],
    ["otpauth-migration://offline?data=CgIK", "damaged"],
    [uriOf([10, 255, 255, 255, 255, 15]), "damaged"],
    [uriOf([11]), "damaged"],
    [uriOf(number(2, 3)), "newer"],
  ])("%s is refused", (uri, code) => {
    expect(readMigrationUri(uri)).toMatchObject({ ok: false, code });
  });

  it("may be spelled for URLs, or have its plus signs read as spaces", () => {
    const run = [251, 239, 190, 251, 239, 190];
    const message = [...bytes(1, [...bytes(1, [...run, 0, ...run, 0, ...run]), ...usual]), ...number(2, 1)];
    const data = toBase64(Uint8Array.from(message));
    expect(data).toContain("+");
    const spellings = [
      data,
      data.replaceAll("+", " "),
      encodeURIComponent(data),
      data.replaceAll("+", "-").replaceAll("/", "_"),
    ];
    const reads = spellings.map((spelling) =>
      readMigrationUri(`otpauth-migration://offline?data=${spelling.replaceAll(" ", "%20")}`),
    );
    for (const each of reads) expect(each).toEqual(reads[0]);
    expect(reads[0]).toMatchObject({ value: { entries: [{ key: { digits: 6 } }] } });
  });

  const part = (id: number | number[], index: number, size: number, name = `p${index}`): MigrationPart => {
    const batchId = typeof id === "number" ? number(5, id) : [5 * 8, ...id];
    const rest = [...number(2, 1), ...number(3, size), ...number(4, index), ...batchId];
    const made = read([...bytes(2, name), ...usual, ...secret], rest);
    if (!made.ok) throw new Error(made.code);
    return made.value;
  };
  const accounts = (parts: MigrationPart[]) => joinMigrations(parts).entries.map((entry) => entry.key.account);
  /** A negative int32 as protobuf writes it: its 64 bits in ten bytes. */
  const negative = (value: number) => {
    const bits = BigInt.asUintN(64, BigInt(value));
    return Array.from({ length: 10 }, (_, at) => Number((bits >> BigInt(7 * at)) & 127n) | (at < 9 ? 128 : 0));
  };

  it("is joined with the others of its batch, each once, and says which parts are there", () => {
    expect(accounts([part(1, 1, 2), part(1, 0, 2), part(1, 1, 2)])).toEqual(["p0", "p1"]);
    expect(joinMigrations([part(1, 0, 1)]).parts).toBeUndefined();
    expect(joinMigrations([part(1, 2, 3), part(1, 0, 3), part(2, 1, 2), part(3, 0, 1)]).parts).toMatchObject([
      { have: [1, 3], of: 3 },
      { have: [2], of: 2 },
    ]);
  });

  it("is never taken for a part of another export, whatever their ids are", () => {
    const parts = [part(negative(-5), 0, 2), part(negative(-5), 1, 2), part(negative(-6), 0, 2, "other")];
    expect(accounts(parts)).toEqual(["p0", "p1", "other"]);
    expect(joinMigrations(parts).parts).toMatchObject([
      { have: [1, 2], of: 2 },
      { have: [1], of: 2 },
    ]);
    expect(accounts([part(negative(-5), 0, 1), part(negative(-6), 0, 1, "other")])).toEqual(["p0", "other"]);
  });

  it("is there beside another of the same numbers, unless it is the same to the byte", () => {
    const twice = [part(1, 0, 2, "ana"), part(1, 0, 2, "bob"), part(1, 0, 2, "ana")];
    expect(accounts(twice)).toEqual(["ana", "bob"]);
    expect(joinMigrations(twice).parts).toMatchObject([{ have: [1], of: 2 }]);
  });

  it.each([
    ["its place past the end", part(1, 7, 2)],
    ["no place", part(1, 0, 0)],
  ])("with %s keeps its accounts", (_, each) => {
    expect(accounts([each, part(2, 0, 2, "other")])).toHaveLength(2);
  });

  it.each([
    ["algorithm", 4, "bad_algorithm"],
    ["number of digits", 5, "bad_digits"],
    ["type", 6, "bad_type"],
  ])("with a negative %s is refused, and never read as if it had none", (_, field, why) => {
    expect(read([...secret, field * 8, ...negative(-1)])).toMatchObject({ value: { entries: [], refused: [{ why }] } });
  });

  it("with a negative counter is refused", () => {
    expect(read([...secret, ...number(6, 1), 7 * 8, ...negative(-1)])).toMatchObject({
      value: { refused: [{ why: "bad_counter" }] },
    });
  });

  it("with two links of two real exports whose ids are negative has all three accounts", () => {
    const links = [
      "otpauth-migration://offline?data=Ch8KChAREhMUFRYXGBkSC1Bob25lIEEgb25lIAEoATACCh8KCiAhIiMkJSYnKCkSC1Bob25lIEEgdHdvIAEoATACEAEYASAAKPnStP%2F%2F%2F%2F%2F%2F%2FwE%3D",
      "otpauth-migration://offline?data=Ch8KCjAxMjM0NTY3ODkSC1Bob25lIEIgb25lIAEoATACEAEYASAAKM%2ForPz%2F%2F%2F%2F%2F%2FwE%3D",
    ];
    const imported = readUriList(links.join("\n"), "uri-list");
    expect(imported).toMatchObject({
      value: { entries: ["Phone A one", "Phone A two", "Phone B one"].map((account) => ({ key: { account } })) },
    });
    expect(imported.ok && imported.value.parts).toBeUndefined();
  });
});
