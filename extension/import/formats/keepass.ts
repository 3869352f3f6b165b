import { base32KeyOf } from "../../../shared/otp/base32-key.ts";
import { fail } from "../../../shared/outcome.ts";
import { fromBase64, fromHex, toUtf8 } from "../bytes.ts";
import { collect, nameOfParts, type ReadEntry, withoutCode } from "../collect.ts";
import { noteOf, tagsOf } from "../fields.ts";
import type { ImportFormat } from "../format.ts";
import { isKdbx } from "../kdbx/header.ts";
import { keyOf, keyOfField } from "../key-of.ts";
import type { ReadKey } from "../result.ts";
import { childrenOf, readXml, textOf, type XmlElement } from "../xml.ts";

interface Login {
  group: string;
  isInBin: boolean;
  strings: ReadonlyMap<string, string>;
}

/** KeePass's databases (KDBX 3 and 4, which KeePassXC, KeePassDX, Strongbox and others share), and its XML as KeePassXC and KeePass 2 write it: `otp` links, KeePassXC's older settings, and KeePass 2.47's own fields. */
export const keepass: ImportFormat = {
  matches: ({ text, bytes }) => isKdbx(bytes) || /<KeePassFile[\s>]/.test(text?.slice(0, 1000) ?? ""),
  async read({ text = "", bytes }, options) {
    const xml = isKdbx(bytes) ? await (await import("../kdbx/open.ts")).openKdbx(bytes, options) : readXml(text);
    if (!xml.ok && xml.code !== "damaged") return xml;
    if (!xml.ok || xml.value.name !== "KeePassFile") return fail("damaged");
    const bin = childrenOf(xml.value, "Meta").map((meta) => textOf(meta, "RecycleBinUUID"))[0] ?? "";
    const roots = childrenOf(xml.value, "Root").flatMap((root) => childrenOf(root, "Group"));
    // The group at the root holds all the others, and its name says nothing.
    const logins = roots.flatMap((root) => loginsOf(root, "", false, bin));
    return collect("keepass", logins, readLogin);
  },
};

function loginsOf(group: XmlElement, name: string, isInBin: boolean, bin: string): Login[] {
  const entries = childrenOf(group, "Entry").map((entry) => ({ group: name, isInBin, strings: stringsOf(entry) }));
  const inside = childrenOf(group, "Group").flatMap((child) => {
    const uuid = textOf(child, "UUID").trim();
    return loginsOf(child, textOf(child, "Name"), isInBin || (bin !== "" && uuid === bin.trim()), bin);
  });
  return [...entries, ...inside];
}

function stringsOf(entry: XmlElement): ReadonlyMap<string, string> {
  return new Map(childrenOf(entry, "String").map((each) => [textOf(each, "Key"), textOf(each, "Value")]));
}

function readLogin({ group, isInBin, strings }: Login): ReadEntry | typeof withoutCode {
  const names = { issuer: strings.get("Title")?.trim() ?? "", account: strings.get("UserName")?.trim() ?? "" };
  const key = keyOfStrings(strings, names);
  if (!key) return withoutCode;
  return {
    name: nameOfParts(names.issuer, names.account),
    key: isInBin ? fail("in_bin") : key,
    ...tagsOf([group]),
    ...noteOf(strings.get("Notes")),
  };
}

type Strings = ReadonlyMap<string, string>;
type Names = { issuer: string; account: string };

function keyOfStrings(strings: Strings, names: Names): ReadKey | undefined {
  const link = strings.get("otp")?.trim();
  if (link) return keyOfField(link.startsWith("key=") ? keeOtpLink(link) : link, names);
  const seed = strings.get("TOTP Seed")?.trim();
  if (seed) return keyOfSettings(seed, strings.get("TOTP Settings") ?? "", names);
  return keyOfPlaceholders(strings, "TimeOtp", names) ?? keyOfPlaceholders(strings, "HmacOtp", names);
}

/** KeeOTP's own spelling: `key=...&size=6&step=30`. */
function keeOtpLink(query: string): string {
  const parameters = new URLSearchParams(query.slice(0, 16_384));
  const [secret, digits, period] = ["key", "size", "step"].map((name) =>
    encodeURIComponent(parameters.get(name) ?? ""),
  );
  return `otpauth://totp/?secret=${secret}&digits=${digits || 6}&period=${period || 30}`;
}

/** KeePassXC before 2.4: `30;6`, or `30;S` for Steam. */
function keyOfSettings(secret: string, settings: string, names: Names): ReadKey {
  const [period, digits] = settings.trim() === "" ? [] : settings.trim().split(";", 2);
  return keyOf({
    type: digits === "S" ? "steam" : "totp",
    secret,
    digits: digits === "S" ? 5 : digits,
    period,
    ...names,
  });
}

/** KeePass 2.47 and later (keepass.info/help/base/placeholders.html#otp): the key in one of four spellings. */
function keyOfPlaceholders(strings: Strings, prefix: "TimeOtp" | "HmacOtp", names: Names): ReadKey | undefined {
  const spelled = (end: string) => strings.get(`${prefix}-Secret${end}`)?.trim();
  const bytes =
    (spelled("-Hex") && fromHex(spelled("-Hex") ?? "")) ||
    (spelled("-Base64") && fromBase64(spelled("-Base64") ?? "")) ||
    (spelled("") && toUtf8(spelled("") ?? ""));
  const base32 = bytes ? base32KeyOf(bytes) : undefined;
  const secret = spelled("-Base32") || (base32?.ok ? base32.value : undefined);
  if (!secret) return bytes === undefined || bytes === "" ? undefined : fail("bad_secret");
  return keyOf({
    type: prefix === "TimeOtp" ? "totp" : "hotp",
    secret,
    algorithm: strings.get(`${prefix}-Algorithm`) || undefined,
    digits: strings.get(`${prefix}-Length`) || undefined,
    period: strings.get(`${prefix}-Period`) || undefined,
    counter: strings.get(`${prefix}-Counter`) || 0,
    ...names,
  });
}
