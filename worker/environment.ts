import type { D1Database, KVNamespace, Queue, RateLimit } from "@cloudflare/workers-types";
import * as v from "valibot";
import { passwordMinimumDefault } from "../shared/contract/limits.ts";
import type { Assets } from "./assets.ts";
import { type MacKey, type MacKeys, macKeysOf } from "./crypto/mac.ts";
import type { SealKey } from "./crypto/seal.ts";
import type { DueMail } from "./mail/due-mail.ts";
import { clientsSetting } from "./oidc/client/setting.ts";
import type { OidcClient } from "./oidc/rules.ts";
import {
  baseUrl,
  contact,
  days,
  list,
  macKey,
  number,
  origin,
  pageAddress,
  sealKey,
  sender,
  whole,
} from "./setting-text.ts";
import { type AudienceSetting, audience } from "./token/audience.ts";
import { unsafeSettings } from "./unsafe-settings.ts";
import type { DueMessage } from "./webhook/due-message.ts";

/** What the platform hands to the worker: the bindings and the settings of wrangler.toml. */
export interface Bindings {
  DB: D1Database;
  /** Absent where mails go by Resend. */
  MAILBOX: KVNamespace;
  /** Absent, everything works: answers of the breach query are then asked for each time. */
  CACHE?: KVNamespace;
  /** Absent, webhooks go out when the cron trigger runs, every five minutes. */
  WEBHOOKS?: Queue<DueMessage>;
  /** Absent, mails of the outbox go out after the answer, and by the cron trigger every five minutes. */
  MAILS?: Queue<DueMail>;
  /** Absent, floods are not turned away at the door; guesses are counted all the same. */
  SHIELD?: RateLimit;
  ASSETS: Assets;
  [setting: string]: unknown;
}

/** Where mails go. */
export type MailRoute =
  | { kind: "mailbox" }
  | { kind: "resend"; apiKey: string; baseUrl?: string; timeoutMilliseconds: number; perSecond: number };

/** Where breached passwords are looked up, by the range API of Have I Been Pwned. */
export interface BreachQuery {
  /** Without a slash at the end. */
  baseUrl: string;
  timeoutMilliseconds: number;
}

/** How webhooks are sent. */
export interface WebhookRoute {
  /** Only to public names by https. */
  publicOnly: boolean;
  timeoutMilliseconds: number;
}

/** Every setting, checked and in the form that the code uses. */
export interface Settings {
  /** The service's own origin, without a slash at the end. */
  origin: string;
  mail: MailRoute;
  mailFrom: string;
  sealKeys: SealKey[];
  macKey: MacKeys;
  allowedOrigins: string[];
  allowedExtensions: string[];
  /** The domain that passkeys are made for: the service's own, or one above it. */
  passkeyRpId: string;
  /** Code points. */
  passwordMinimum: number;
  /** null where breaches are not looked up. */
  breachQuery: BreachQuery | null;
  sessionIdleDays: number;
  sessionMaximumDays: number;
  /** How long a browser may skip the second step; 0 where none may. */
  rememberDeviceDays: number;
  /** Servers that tokens may be made for. */
  tokenAudiences: AudienceSetting[];
  /** Sites that people may sign in to, beside those of the table. */
  oidcClients: OidcClient[];
  /** Origins that the sign-in page may send people back to. */
  returnOrigins: string[];
  /** For how many days a deleted account can be brought back by its owner; 0 deletes it immediately. */
  deletionDays: number;
  /** Pages that people are led to; null where none is set. */
  termsUrl: string | null;
  privacyUrl: string | null;
  /** Where the extension is installed from; null where pages say nothing of it. */
  extensionUrl: string | null;
  /** How long an invitation can be accepted. */
  invitationDays: number;
  /** How long a person has to stop an operator from turning their two-factor authentication off. */
  twoFactorResetHours: number;
  webhooks: WebhookRoute;
  /** Whom /.well-known/security.txt names, as URIs; none where there is no such page. */
  securityContacts: string[];
}

const settingsText = v.object({
  ENVIRONMENT: v.picklist(["local", "production"]),
  ORIGIN: origin,
  MAIL: v.picklist(["mailbox", "resend"]),
  MAIL_FROM: sender,
  RESEND_API_KEY: v.optional(v.string()),
  RESEND_BASE_URL: v.optional(baseUrl),
  MAIL_TIMEOUT_SECONDS: number(10, 0.1, 60),
  // What Resend takes of a team that asked for no more.
  MAIL_PER_SECOND: number(2, 0.1, 1000),
  SEAL_KEYS: v.pipe(list, v.array(sealKey), v.minLength(1, "must hold a key, as `id:base64`")),
  MAC_KEY: v.pipe(
    list,
    v.array(macKey),
    v.check((keys) => macKeysOf(keys) !== null, "must hold a key, as `id:base64`"),
  ),
  ALLOWED_ORIGINS: v.pipe(list, v.array(origin)),
  ALLOWED_EXTENSIONS: v.pipe(
    list,
    v.array(v.pipe(v.string(), v.regex(/^[\w-]+$/, "must be ids, as in the extension's address"))),
  ),
  PASSKEY_RP_ID: v.optional(
    v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, "must be a domain in small letters, as example.com")),
  ),
  // NIST SP 800-63B-4 3.1.1.2: never fewer than 8, whatever stands beside the password.
  PASSWORD_MINIMUM: whole(passwordMinimumDefault, passwordMinimumDefault, 64),
  BREACH_BASE_URL: v.optional(
    v.union([v.literal(""), baseUrl], "must be an address without a slash at the end, or empty"),
    "https://api.pwnedpasswords.com",
  ),
  BREACH_TIMEOUT_SECONDS: number(1.5, 0.1, 10),
  SESSION_IDLE_DAYS: days(30, 30),
  SESSION_MAXIMUM_DAYS: days(90, 90),
  REMEMBER_DEVICE_DAYS: days(30, 90, 0),
  TOKEN_AUDIENCES: v.pipe(list, v.array(audience)),
  OIDC_CLIENTS: clientsSetting,
  RETURN_ORIGINS: v.pipe(list, v.array(origin)),
  INVITATION_DAYS: days(7, 30),
  DELETION_DAYS: days(7, 30, 0),
  TERMS_URL: pageAddress,
  PRIVACY_URL: pageAddress,
  EXTENSION_URL: pageAddress,
  // Never less than a day: in that time the person is to read a mail.
  TWO_FACTOR_RESET_HOURS: whole(24, 24, 720),
  WEBHOOK_TIMEOUT_SECONDS: number(15, 0.1, 30),
  SECURITY_CONTACT: v.pipe(list, v.array(contact)),
});

/** Reads the settings once, at the start. Throws one `SettingsError` that names every setting that is wrong. */
export function readSettings(bindings: Record<string, unknown>): Settings {
  const parsed = v.safeParse(settingsText, bindings);
  if (!parsed.success) {
    throw new SettingsError(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "?"} ${explain(issue)}`));
  }
  const text = parsed.output;
  const problems = [...missingBindings(bindings, text), ...unsafeSettings(text)];
  const macKey = macKeysOf(text.MAC_KEY);
  if (problems.length > 0 || !macKey) throw new SettingsError(problems);
  return {
    origin: text.ORIGIN,
    mail: mailRoute(text),
    mailFrom: text.MAIL_FROM,
    sealKeys: text.SEAL_KEYS,
    macKey,
    allowedOrigins: text.ALLOWED_ORIGINS,
    allowedExtensions: text.ALLOWED_EXTENSIONS,
    passkeyRpId: text.PASSKEY_RP_ID ?? new URL(text.ORIGIN).hostname,
    passwordMinimum: text.PASSWORD_MINIMUM,
    breachQuery: breachQuery(text),
    sessionIdleDays: text.SESSION_IDLE_DAYS,
    sessionMaximumDays: text.SESSION_MAXIMUM_DAYS,
    rememberDeviceDays: text.REMEMBER_DEVICE_DAYS,
    tokenAudiences: text.TOKEN_AUDIENCES,
    oidcClients: text.OIDC_CLIENTS,
    returnOrigins: text.RETURN_ORIGINS,
    deletionDays: text.DELETION_DAYS,
    termsUrl: text.TERMS_URL,
    privacyUrl: text.PRIVACY_URL,
    extensionUrl: text.EXTENSION_URL,
    invitationDays: text.INVITATION_DAYS,
    twoFactorResetHours: text.TWO_FACTOR_RESET_HOURS,
    webhooks: {
      publicOnly: text.ENVIRONMENT === "production",
      timeoutMilliseconds: text.WEBHOOK_TIMEOUT_SECONDS * 1000,
    },
    securityContacts: text.SECURITY_CONTACT,
  };
}

/** What the worker cannot do without; the rest may be absent. */
function missingBindings({ DB, MAILBOX }: Record<string, unknown>, { MAIL }: SettingsText): string[] {
  const problems: string[] = [];
  if (!DB) problems.push("DB is missing: bind a D1 database by that name");
  if (MAIL === "mailbox" && !MAILBOX) problems.push("MAILBOX is missing (MAIL is mailbox): bind a KV namespace");
  return problems;
}

/** Reads the sealing keys alone, for a command that needs nothing else. Throws one `SettingsError`, as the whole does. */
export function readSealKeys(text: unknown): SealKey[] {
  return readOne(v.object({ SEAL_KEYS: settingsText.entries.SEAL_KEYS }), { SEAL_KEYS: text }).SEAL_KEYS;
}

/** Reads MAC_KEY alone, likewise. */
export function readMacKeys(text: unknown): MacKey[] {
  return readOne(v.object({ MAC_KEY: settingsText.entries.MAC_KEY }), { MAC_KEY: text }).MAC_KEY;
}

function readOne<Read>(schema: v.GenericSchema<unknown, Read>, text: unknown): Read {
  const parsed = v.safeParse(schema, text);
  if (parsed.success) return parsed.output;
  throw new SettingsError(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "?"} ${explain(issue)}`));
}

/** A setting is wrong or missing; its message is one line that says which and how. */
export class SettingsError extends Error {
  constructor(problems: string[]) {
    super(`Latchkey cannot start: ${problems.join("; ")}. See wrangler.toml.`);
    this.name = "SettingsError";
  }
}

type SettingsText = v.InferOutput<typeof settingsText>;

function mailRoute(text: SettingsText): MailRoute {
  if (text.MAIL === "mailbox") return { kind: "mailbox" };
  return {
    kind: "resend",
    apiKey: text.RESEND_API_KEY ?? "",
    baseUrl: text.RESEND_BASE_URL,
    timeoutMilliseconds: text.MAIL_TIMEOUT_SECONDS * 1000,
    perSecond: text.MAIL_PER_SECOND,
  };
}

function breachQuery(text: SettingsText): BreachQuery | null {
  if (text.BREACH_BASE_URL === "") return null;
  return { baseUrl: text.BREACH_BASE_URL, timeoutMilliseconds: text.BREACH_TIMEOUT_SECONDS * 1000 };
}

function explain(issue: v.BaseIssue<unknown>): string {
  return issue.received === "undefined" ? "is missing" : `is wrong (${issue.message})`;
}
