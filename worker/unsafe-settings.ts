import { isLoopback } from "../shared/loopback.ts";
import { countsId, type MacKey } from "./crypto/mac.ts";
import type { SealKey } from "./crypto/seal.ts";

/** What is looked at here of the settings, each of which is well-formed by itself. */
export interface SettingsToJudge {
  ENVIRONMENT: "local" | "production";
  ORIGIN: string;
  MAIL: "mailbox" | "resend";
  MAIL_FROM: string;
  RESEND_API_KEY?: string;
  RESEND_BASE_URL?: string;
  BREACH_BASE_URL: string;
  SEAL_KEYS: SealKey[];
  MAC_KEY: MacKey[];
  ALLOWED_ORIGINS: string[];
  RETURN_ORIGINS: string[];
  TOKEN_AUDIENCES: { name: string; origins: string[] }[];
  OIDC_CLIENTS: { id: string }[];
  PASSKEY_RP_ID?: string;
  TERMS_URL: string | null;
  PRIVACY_URL: string | null;
  EXTENSION_URL: string | null;
  SESSION_IDLE_DAYS: number;
  SESSION_MAXIMUM_DAYS: number;
}

/** A key of this few different bytes was typed, not drawn: of 32 random bytes about 30 differ. */
const fewestDifferentBytes = 16;

/** Every line on what fits no deployment or not this one: which setting, and what to do. None when all is well. */
export function unsafeSettings(text: SettingsToJudge): string[] {
  return [...contradictions(text), ...(text.ENVIRONMENT === "production" ? inProduction(text) : onThisMachine(text))];
}

function contradictions(text: SettingsToJudge): string[] {
  const problems: string[] = [];
  problems.push(...twiceIn("SEAL_KEYS", text.SEAL_KEYS), ...twiceIn("MAC_KEY", text.MAC_KEY));
  const sealing = new Set(text.SEAL_KEYS.map(({ bytes }) => bytes.join()));
  if (text.MAC_KEY.some(({ bytes }) => sealing.has(bytes.join()))) {
    problems.push("MAC_KEY is a key of SEAL_KEYS too: make another one");
  }
  if (text.MAIL === "resend" && !text.RESEND_API_KEY) problems.push("RESEND_API_KEY is missing (MAIL is resend)");
  const both = text.TOKEN_AUDIENCES.find(({ name }) => text.OIDC_CLIENTS.some(({ id }) => id === name));
  if (both)
    problems.push(`${both.name} is in TOKEN_AUDIENCES and OIDC_CLIENTS: a token for one would pass at the other`);
  if (text.PASSKEY_RP_ID !== undefined && !isOwnOrAbove(text.PASSKEY_RP_ID, new URL(text.ORIGIN).hostname)) {
    problems.push("PASSKEY_RP_ID must be ORIGIN's domain or one above it, of two parts or more");
  }
  if (text.SESSION_IDLE_DAYS > text.SESSION_MAXIMUM_DAYS) {
    problems.push("SESSION_IDLE_DAYS is more than SESSION_MAXIMUM_DAYS: sessions would end before they idle out");
  }
  return problems;
}

/** What is wrong with a list of keys of which two are alike. */
function twiceIn(setting: string, keys: readonly { id: string | null; bytes: Uint8Array }[]): string[] {
  const ids = keys.map(({ id }) => id);
  const twice = ids.find((id, at) => ids.indexOf(id) !== at);
  if (twice === null) return [`${setting} has two keys without an id: give the new one an id, as \`k2:\``];
  if (twice !== undefined) return [`${setting} has two keys of the id ${twice}: give each an id of its own`];
  const isOneTwice = new Set(keys.map(({ bytes }) => bytes.join())).size < keys.length;
  return isOneTwice ? [`${setting} has one key twice: make a new one for a new id`] : [];
}

/** Whether browsers let a page of `hostname` use passkeys for `domain` (WebAuthn L3 5.1.3, step 8); they also refuse public suffixes. */
function isOwnOrAbove(domain: string, hostname: string): boolean {
  return domain === hostname || (domain.includes(".") && hostname.endsWith(`.${domain}`));
}

/** The local settings show every code to anyone, so they serve no other machine. */
function onThisMachine({ ORIGIN }: SettingsToJudge): string[] {
  if (isLoopback(new URL(ORIGIN).hostname)) return [];
  return ["ORIGIN must be of localhost while ENVIRONMENT is local: elsewhere, set ENVIRONMENT to production"];
}

/** What is fine on one's own machine and never in public. */
function inProduction(text: SettingsToJudge): string[] {
  const problems: string[] = [];
  if (text.MAIL === "mailbox") problems.push("MAIL must be resend in production (the mailbox shows codes to anyone)");
  if (!text.ORIGIN.startsWith("https:")) problems.push("ORIGIN must be https in production");
  if (isExample(new URL(text.ORIGIN).hostname))
    problems.push("ORIGIN is still an example: put the service's own address");
  if (isExample(domainOf(text.MAIL_FROM))) problems.push("MAIL_FROM is still an example: put an address that may send");
  for (const name of ["ALLOWED_ORIGINS", "RETURN_ORIGINS"] as const) {
    if (text[name].some((each) => !each.startsWith("https:"))) problems.push(`${name} must be https in production`);
  }
  if (text.TOKEN_AUDIENCES.some(({ origins }) => origins.some((each) => !each.startsWith("https:")))) {
    problems.push("TOKEN_AUDIENCES must name pages by https in production");
  }
  for (const name of ["RESEND_BASE_URL", "BREACH_BASE_URL", "TERMS_URL", "PRIVACY_URL", "EXTENSION_URL"] as const) {
    if (text[name]?.startsWith("http:")) problems.push(`${name} must be https in production`);
  }
  if (text.RESEND_API_KEY && !text.RESEND_BASE_URL && !text.RESEND_API_KEY.startsWith("re_")) {
    problems.push("RESEND_API_KEY is no key of Resend: those begin with re_");
  }
  const cure = "put 32 random bytes, as `openssl rand -base64 32` makes them";
  // One that only counts go on by protects nothing, and its like is refused where it is put for codes.
  const typed = text.MAC_KEY.find(({ id, bytes }) => id !== countsId && (id === "local" || isTyped(bytes)));
  if (typed) problems.push(`MAC_KEY is a local or typed key${typed.id === null ? "" : `, ${typed.id}`}: ${cure}`);
  for (const { id, bytes } of text.SEAL_KEYS) {
    if (id === "local" || isTyped(bytes)) problems.push(`SEAL_KEYS has a local or typed key, ${id}: ${cure}`);
  }
  return problems;
}

/** Whether a key is text or a pattern: random bytes are neither, but for a chance of one in 10^13. */
function isTyped(key: Uint8Array): boolean {
  return new Set(key).size < fewestDifferentBytes || key.every((byte) => byte >= 0x20 && byte < 0x7f);
}

/** Whether nobody can have the name: those that RFC 2606 keeps for examples, and this machine's. */
function isExample(hostname: string): boolean {
  return isLoopback(hostname) || /(^|\.)(example|invalid|example\.(com|net|org))$/.test(hostname);
}

function domainOf(address: string): string {
  return address.slice(address.lastIndexOf("@") + 1).replace(/>$/, "");
}
