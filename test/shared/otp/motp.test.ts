import { describe, expect, it } from "vitest";
import { readImportFile } from "../../../extension/import/read-file.ts";
import { keyWithPin } from "../../../shared/otp/key-with-pin.ts";
import { type KeyWithPin, motpSettings, yandexSettings } from "../../../shared/otp/otp-key.ts";
import { formatOtpauthUri, parseOtpauthUri } from "../../../shared/otp/otpauth-uri.ts";
import { timedCode } from "../../../shared/otp/timed-code.ts";

const names = { issuer: "Shop", account: "ana" };
const motp: KeyWithPin = { type: "motp", secret: "4MKSV7XGEWM4Q", ...motpSettings, pin: "1234", ...names };
const yandex: KeyWithPin = {
  type: "yandex",
  secret: "6SB2IKNM6OBZPAVBVTOHDKS4FA",
  ...yandexSettings,
  pin: "5239",
  ...names,
};

// The vectors that Aegis, andOTP and Yandex's own readers share.
describe("codes with a PIN", () => {
  it.each([
    ["e3152afee62599c8", "1234", 165_892_298, "e7d8b6"],
    ["e3152afee62599c8", "1234", 123_456_789, "4ebfb2"],
    ["bbb1912bb5c515be", "9999", 1_659_540_020, "ced7b1"],
    ["BBB1912BB5C515BE", "9999", 1_659_540_022, "ced7b1"],
    ["bbb1912bb5c515be", "9999", 1_659_539_878, "1a14f8"],
  ])("of Mobile-OTP: key %s, PIN %s, second %d", (secret, pin, seconds, code) => {
    const key = parseOtpauthUri(`motp://Shop:ana?secret=${secret}&pin=${pin}`);
    if (!key.ok || key.value.type !== "motp") throw new Error("no key");
    expect(timedCode(key.value, seconds * 1000)).toBe(code);
  });

  it.each([
    ["5239", "6SB2IKNM6OBZPAVBVTOHDKS4FAAAAAAADFUTQMBTRY", 1_641_559_648, "umozdicq"],
    ["7586", "LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI", 1_581_064_020, "oactmacq"],
    ["7586", "LA2V6KMCGYMWWVEW64RNP3JA3IAAAAAAHTSG4HRZPI", 1_581_090_810, "wemdwrix"],
    ["5210481216086702", "JBGSAU4G7IEZG6OY4UAXX62JU4AAAAAAHTSG4HXU3M", 1_581_091_469, "dfrpywob"],
    ["5210481216086702", "JBGSAU4G7IEZG6OY4UAXX62JU4", 1_581_093_059, "vunyprpd"],
  ])("of Yandex: PIN %s, key %s, second %d", (pin, secret, seconds, code) => {
    const key = keyWithPin({ type: "yandex", secret, pin, ...names });
    if (!key.ok) throw new Error("no key");
    expect(timedCode(key.value, seconds * 1000)).toBe(code);
  });

  it.each([motp, yandex, { ...yandex, pin: "" }, { ...motp, pin: "äpfel" }])("come back from their link: %o", (key) => {
    expect(parseOtpauthUri(formatOtpauthUri(key))).toEqual({ ok: true, value: key });
  });

  it("have links of other apps", () => {
    const link = "otpauth://yaotp/Shop:ana?secret=6SB2IKNM6OBZPAVBVTOHDKS4FA&issuer=Shop&pin=";
    for (const pin of ["5239", "GUZDGOI"]) {
      expect(parseOtpauthUri(`${link}${pin}`)).toEqual({ ok: true, value: yandex });
    }
    expect(parseOtpauthUri("otpauth://yaotp/Shop?secret=JBSWY3DP")).toMatchObject({ code: "bad_secret" });
    expect(parseOtpauthUri("motp://Shop:ana?secret=xyz")).toMatchObject({
      code: "bad_secret",
      details: { label: "Shop · ana" },
    });
  });
});

const secret = motp.secret;
const hex = "e3152afee62599c8";
const aegis = (type: string, info: object) => ({
  version: 1,
  header: { slots: null, params: null },
  db: { version: 3, entries: [{ type, name: "ana", issuer: "Shop", info }] },
});

it.each([
  ["Aegis", aegis("motp", { secret, algo: "MD5", digits: 6, period: 10, pin: "1234" }), motp],
  ["Aegis", aegis("yandex", { secret: yandex.secret, algo: "SHA256", digits: 8, period: 30, pin: "5239" }), yandex],
  [
    "andOTP",
    [{ secret: hex, issuer: "Shop", label: "ana", digits: 6, type: "MOTP", period: 30 }],
    { ...motp, pin: "" },
  ],
  [
    "Stratum",
    { Authenticators: [{ Type: 3, Issuer: "Shop", Username: "ana", Secret: hex, Pin: "1234", Digits: 6, Period: 10 }] },
    motp,
  ],
  [
    "Stratum",
    { Authenticators: [{ Type: 5, Issuer: "Shop", Username: "ana", Secret: yandex.secret, Pin: "5239" }] },
    yandex,
  ],
] as const)("keys with a PIN come along from %s", async (_, file, key) => {
  const read = await readImportFile("file", new TextEncoder().encode(JSON.stringify(file)), {});
  expect(read).toMatchObject({ ok: true, value: { entries: [{ key }], refused: [] } });
});
