import { fail, type Outcome, ok } from "../outcome.ts";
import { parseBase32Key } from "./base32-key.ts";
import { type Algorithm, algorithms, type OtpKey, otpLimits, type SteamKey, steamSettings } from "./otp-key.ts";

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

/**
 * Reads an `otpauth://` link (the Key URI Format that authenticators share). Missing parameters take its defaults:
 * SHA1, 6 digits, 30 s. An `issuer` parameter goes before the label's prefix. Never throws, whatever the text.
 * Steam's keys are read in each of the ways apps write them: `steam://<key>`, the type `steam`, `encoder=steam`, and the
 * issuer Steam where no other number of digits is asked for.
 */
export function parseOtpauthUri(text: string): Outcome<OtpKey, OtpauthUriError> {
  if (text.length > otpLimits.text) return fail("too_long");
  const steam = /^\s*steam:\/\/([^/?#]*)\/?\s*$/i.exec(text);
  if (steam) return steamKey(steam[1] ?? "", { issuer: "Steam", account: "" });
  const link = /^otpauth:\/\/([^/?#]*)\/([^?#]*)\?([^#]*)/i.exec(text.trim());
  if (!link) return fail("not_otpauth");
  const type = link[1]?.toLowerCase();
  const label = decoded(link[2] ?? "");
  if (label === undefined) return fail("not_otpauth");
  const parameters = new URLSearchParams(link[3]);
  const names = splitLabel(label, parameters.get("issuer"));
  if (names.issuer.length > otpLimits.label || names.account.length > otpLimits.label) return fail("too_long");

  const typed = parameters.get("secret") ?? "";
  if (type === "steam" || (type === "totp" && saysSteam(parameters, names.issuer))) {
    if (parseAlgorithm(parameters.get("algorithm") ?? "SHA1") !== "SHA1") return fail("bad_algorithm");
    return (parameters.get("period") ?? "30") === "30" ? steamKey(typed, names) : fail("bad_period");
  }
  const secret = parseBase32Key(typed);
  if (!secret.ok) return fail("bad_secret");
  const algorithm = parseAlgorithm(parameters.get("algorithm") ?? "SHA1");
  if (!algorithm) return fail("bad_algorithm");
  const digits = parseWhole(parameters.get("digits") ?? "6", otpLimits.digits.least, otpLimits.digits.most);
  if (digits === undefined) return fail("bad_digits");

  const shared = { secret: secret.value, algorithm, digits, ...names };
  if (type === "totp") {
    const period = parseWhole(parameters.get("period") ?? "30", otpLimits.period.least, otpLimits.period.most);
    return period === undefined ? fail("bad_period") : ok({ type, ...shared, period });
  }
  if (type === "hotp") {
    const counter = parseWhole(parameters.get("counter") ?? "", 0, Number.MAX_SAFE_INTEGER);
    return counter === undefined ? fail("bad_counter") : ok({ type, ...shared, counter });
  }
  return fail("bad_type");
}

/** Writes a key as an `otpauth://` link; reading it back gives the same key. */
export function formatOtpauthUri(key: OtpKey): string {
  const label = key.issuer ? `${encoded(key.issuer)}:${encoded(key.account)}` : encoded(key.account);
  const parameters = [
    ["secret", key.secret],
    ["issuer", key.issuer],
    ["algorithm", key.algorithm],
    ["digits", String(key.digits)],
    key.type === "hotp" ? ["counter", String(key.counter)] : ["period", String(key.period)],
  ];
  // Spaces as %20: several apps show the plus signs of URLSearchParams as they are.
  const query = parameters.map(([name, value]) => `${name}=${encoded(value ?? "")}`).join("&");
  return `otpauth://${key.type}/${label}?${query}`;
}

function saysSteam(parameters: URLSearchParams, issuer: string): boolean {
  if (parameters.get("encoder")?.toLowerCase() === "steam") return true;
  return issuer.toLowerCase() === "steam" && (parameters.get("digits") ?? "5") === "5";
}

function steamKey(typed: string, names: Pick<SteamKey, "issuer" | "account">): Outcome<SteamKey, "bad_secret"> {
  const secret = parseBase32Key(typed);
  return secret.ok ? ok({ type: "steam", secret: secret.value, ...steamSettings, ...names }) : fail("bad_secret");
}

/** The label is `issuer:account` or `account` alone; the parameter, even an empty one, says where the issuer ends. */
function splitLabel(label: string, parameter: string | null): { issuer: string; account: string } {
  if (parameter !== null) {
    const prefix = `${parameter}:`;
    const account =
      label.startsWith(prefix) && parameter !== "" ? label.slice(prefix.length) : otherPrefixDropped(label, parameter);
    return { issuer: parameter, account };
  }
  const colon = label.indexOf(":");
  return colon < 0
    ? { issuer: "", account: label }
    : { issuer: label.slice(0, colon), account: label.slice(colon + 1).trimStart() };
}

/** A label whose prefix is not the issuer's parameter keeps only what follows the colon; with no issuer, all of it. */
function otherPrefixDropped(label: string, issuer: string): string {
  const colon = label.indexOf(":");
  return issuer === "" || colon < 0 ? label : label.slice(colon + 1).trimStart();
}

function parseAlgorithm(text: string): Algorithm | undefined {
  const name = text.toUpperCase().replace("-", "");
  return algorithms.find((algorithm) => algorithm === name);
}

function parseWhole(text: string, least: number, most: number): number | undefined {
  if (!/^\d{1,16}$/.test(text)) return undefined;
  const value = Number(text);
  return value >= least && value <= most ? value : undefined;
}

/** Half a surrogate pair, which no URI can hold, becomes U+FFFD. */
function encoded(text: string): string {
  return encodeURIComponent(text.toWellFormed());
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
