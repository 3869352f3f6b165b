import { fail, type Outcome, ok } from "../outcome.ts";
import { type BadKey, base32KeyOf, parseBase32Key } from "./base32-key.ts";
import { bytesOfHex, hexOf, keyBytes } from "./key-bytes.ts";
import { isLeftOut, readAlgorithm, readCounter, readDigits, readPeriod } from "./key-parameters.ts";
import { keyWithPin } from "./key-with-pin.ts";
import { decoded, encoded, parametersOf, queryOf } from "./link-text.ts";
import { type OtpKey, otpLimits, type SteamKey, steamSettings } from "./otp-key.ts";

/** Why a text is no key: no otpauth link at all, or which part of it is missing or out of bounds. */
export type OtpauthUriError =
  | "not_otpauth"
  | "bad_type"
  | "bad_secret"
  | "bad_algorithm"
  | "bad_digits"
  | "bad_period"
  | "bad_counter"
  | "too_long";

/** What a person can find a refused link by, and what of its key is to blame. */
export interface RefusedLink extends BadKey {
  /** Its names, as far as they could be read; never a part of its key. */
  label?: string;
}

/**
 * Reads an `otpauth://` link (the Key URI Format that authenticators share) as its many writers spell it. Parameters
 * that are left out or empty take its defaults: SHA1, 6 digits, 30 s, counter 0. An `issuer` parameter goes before the
 * label's prefix. A bare `#` or `%` is a character of a name, and bytes of a name that are no UTF-8 become U+FFFD: a
 * damaged name never costs the key. Never throws, whatever the text.
 * Steam's keys are read in each of the ways apps write them: `steam://<key>`, the type `steam`, `encoder=steam`, and the
 * issuer or the whole label Steam where no other number of digits is asked for.
 */
export function parseOtpauthUri(text: string): Outcome<OtpKey, OtpauthUriError, RefusedLink> {
  if (text.length > otpLimits.text) return fail("too_long");
  const steam = /^\s*steam:\/\/([^/?#]*)\/?\s*$/i.exec(text);
  if (steam) return steamKey(steam[1] ?? "", { issuer: "Steam", account: "" });
  const motp = /^motp:\/\/([^?#]*)\?(.*)$/is.exec(text.trim());
  if (motp) return labelled(readMotp(motp[1]?.replace(/^\/|\/$/g, "") ?? "", parametersOf(motp[2] ?? "")));
  const link = /^otpauth:\/\/([^/?#]*)\/(.*?)\?(?=\w+(?:[=&]|$))(.*)$/is.exec(text.trim());
  if (!link) return fail("not_otpauth");
  const parameters = parametersOf(link[3] ?? "");
  const names = namesOf(link[2] ?? "", parameters.get("issuer"));
  return labelled({ names, key: keyOf(link[1]?.toLowerCase() ?? "", names, parameters) });
}

/** The key, or why there is none with the names that the link has. */
function labelled({ names, key }: { names: Names; key: Outcome<OtpKey, OtpauthUriError, BadKey> }) {
  if (key.ok) return key;
  const label = [names.issuer, names.account].filter((name) => name !== "").join(" · ");
  return fail(key.code, { ...key.details, ...(label === "" ? {} : { label: label.slice(0, otpLimits.label) }) });
}

/** Mobile-OTP's own links, `motp://issuer:account?secret=`, have their keys in hexadecimal. */
function readMotp(label: string, parameters: ReadonlyMap<string, string>) {
  const names = namesOf(label, parameters.get("issuer"));
  return { names, key: keyOf("motp", names, parameters) };
}

/** What a key is where its link does not say. */
const takenForGiven: Record<string, string> = { algorithm: "SHA1", digits: "6", period: "30" };

/** Aegis writes a PIN in base32, whose digits all begin with G or H there; others write it as it is. */
function readPin(parameters: ReadonlyMap<string, string>): string {
  const pin = parameters.get("pin")?.trim() ?? "";
  const coded = /^[GH][A-Z2-7]+=*$/.test(pin) ? parseBase32Key(pin) : undefined;
  const read = coded?.ok ? String.fromCharCode(...keyBytes(coded.value)) : "";
  return /^\d+$/.test(read) ? read : pin;
}

/**
 * Writes a key as an `otpauth://` link; reading it back gives the same key, without spaces before the account. The
 * label's issuer has no colon, since others split it there; the parameter has the issuer whole.
 */
export function formatOtpauthUri(key: OtpKey): string {
  return uriOf(key, false);
}

/** The same without what every reader takes for given, which makes a QR code with fewer and larger modules. */
export function shortOtpauthUri(key: OtpKey): string {
  return uriOf(key, true);
}

function uriOf(key: OtpKey, short: boolean): string {
  const account = encoded(key.account.trimStart());
  const label = key.issuer ? `${encoded(withoutColons(key.issuer))}:${account}` : account;
  if (key.type === "motp") {
    const secret = hexOf(keyBytes(key.secret));
    return `motp://${label}?${queryOf([
      ["secret", secret],
      ["issuer", key.issuer],
      ["pin", key.pin],
    ])}`;
  }
  const parameters = [
    ["secret", key.secret],
    ["issuer", key.issuer],
    ["algorithm", key.algorithm],
    ["digits", String(key.digits)],
    key.type === "hotp" ? ["counter", String(key.counter)] : ["period", String(key.period)],
  ];
  if (key.type === "yandex") {
    const pin = base32KeyOf(new TextEncoder().encode(key.pin));
    return `otpauth://yaotp/${label}?${queryOf([...parameters, ["pin", pin.ok ? pin.value : ""]])}`;
  }
  const isGiven = ([name = "", value]: string[]) => (short ? takenForGiven[name] === value : false);
  return `otpauth://${key.type}/${label}?${queryOf(parameters.filter((parameter) => !isGiven(parameter)))}`;
}

type Names = Pick<OtpKey, "issuer" | "account">;

function keyOf(
  type: string,
  names: Names,
  parameters: ReadonlyMap<string, string>,
): Outcome<OtpKey, OtpauthUriError, BadKey> {
  if (names.issuer.length > otpLimits.label || names.account.length > otpLimits.label) return fail("too_long");
  const algorithm = readAlgorithm(parameters.get("algorithm"));
  const period = readPeriod(parameters.get("period"));
  const typed = parameters.get("secret") ?? "";
  if (type === "steam" || (type === "totp" && saysSteam(parameters, names))) {
    if (algorithm !== steamSettings.algorithm) return fail("bad_algorithm");
    if (period !== steamSettings.period) return fail("bad_period");
    return steamKey(typed, type === "totp" && isSteamAlone(names) ? { issuer: names.account, account: "" } : names);
  }
  if (type === "motp") {
    const secret = bytesOfHex(typed.trim());
    return secret ? keyWithPin({ type, secret, pin: readPin(parameters), ...names }) : fail("bad_secret");
  }
  if (type === "yaotp" || type === "yandex") {
    return keyWithPin({ type: "yandex", secret: typed, pin: readPin(parameters), ...names });
  }
  if (type !== "totp" && type !== "hotp") return fail("bad_type");
  const secret = parseBase32Key(typed);
  if (!secret.ok) return fail("bad_secret", secret.details);
  if (!algorithm) return fail("bad_algorithm");
  const digits = readDigits(parameters.get("digits"));
  if (digits === undefined) return fail("bad_digits");
  const shared = { secret: secret.value, algorithm, digits, ...names };
  if (type === "totp") return period === undefined ? fail("bad_period") : ok({ type, ...shared, period });
  const counter = readCounter(parameters.get("counter"));
  return counter === undefined ? fail("bad_counter") : ok({ type, ...shared, counter });
}

/** Steam has no codes but its own; a link that asks for another number of digits is not from Steam. */
function saysSteam(parameters: ReadonlyMap<string, string>, names: Names): boolean {
  if (parameters.get("encoder")?.toLowerCase() === "steam") return true;
  const digits = parameters.get("digits");
  return (
    (isLeftOut(digits) || digits?.trim() === `${steamSettings.digits}`) &&
    (names.issuer.toLowerCase() === "steam" || isSteamAlone(names))
  );
}

function isSteamAlone({ issuer, account }: Names): boolean {
  return issuer === "" && account.toLowerCase() === "steam";
}

function steamKey(typed: string, names: Names): Outcome<SteamKey, "bad_secret", BadKey> {
  const secret = parseBase32Key(typed);
  return secret.ok
    ? ok({ type: "steam", secret: secret.value, ...steamSettings, ...names })
    : fail("bad_secret", secret.details);
}

/**
 * The label is `issuer:account` or `account` alone. With an issuer's parameter, what stands before the first colon is
 * that issuer, however it is spelled there. Where the parameter is there and empty, only a colon that was not encoded
 * parts the label: a writer who has no issuer encodes the account's own.
 */
function namesOf(label: string, parameter: string | undefined): Names {
  const read = decoded(label);
  if (parameter) {
    return { issuer: parameter, account: accountAfter(parameter, label).trimStart() };
  }
  const bare = parameter === undefined ? read : label;
  const colon = bare.indexOf(":");
  if (colon < 0) return { issuer: "", account: read };
  const issuer = parameter === undefined ? read.slice(0, colon) : decoded(label.slice(0, colon));
  const account = parameter === undefined ? read.slice(colon + 1) : decoded(label.slice(colon + 1));
  return { issuer: issuer.trim() === "" ? "" : issuer, account: account.trimStart() };
}

/** What follows the issuer in a label: as we write it, or with the issuer's own colons, or behind another prefix. */
function accountAfter(issuer: string, label: string): string {
  const [before = "", ...after] = label.split(":");
  if (after.length > 0 && decoded(before) === withoutColons(issuer)) return decoded(after.join(":"));
  const read = decoded(label);
  return read.startsWith(`${issuer}:`) ? read.slice(issuer.length + 1) : read.slice(read.indexOf(":") + 1);
}

function withoutColons(issuer: string): string {
  return issuer.replaceAll(":", "");
}
