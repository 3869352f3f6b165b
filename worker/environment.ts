import type { D1Database, KVNamespace } from "@cloudflare/workers-types";
import * as v from "valibot";
import { passwordMinimumDefault } from "../shared/contract/limits.ts";
import type { SealKey } from "./crypto/seal.ts";

/** What the platform hands to the worker: the bindings and the settings of wrangler.toml. */
export interface Bindings {
  DB: D1Database;
  MAILBOX: KVNamespace;
  ASSETS: { fetch(request: Request): Promise<Response> };
  [setting: string]: unknown;
}

/** Where mails go. */
export type MailRoute =
  | { kind: "mailbox" }
  | { kind: "resend"; apiKey: string; baseUrl?: string; timeoutMilliseconds: number };

/** Every setting, checked and in the form that the code uses. */
export interface Settings {
  /** The service's own origin, without a slash at the end. */
  origin: string;
  mail: MailRoute;
  mailFrom: string;
  sealKeys: SealKey[];
  macKey: Uint8Array<ArrayBuffer>;
  allowedOrigins: string[];
  allowedExtensions: string[];
  /** Code points. */
  passwordMinimum: number;
  sessionIdleDays: number;
  sessionMaximumDays: number;
  /** How long a browser may skip the second step; 0 where none may. */
  rememberDeviceDays: number;
}

const list = v.optional(
  v.pipe(
    v.string(),
    v.transform((text) => text.split(/\s+/).filter((part) => part !== "")),
  ),
  "",
);
const key = v.pipe(
  v.string(),
  v.regex(/^[A-Za-z0-9+/]{43}=$/, "must be base64 of 32 bytes"),
  v.transform((text) => Uint8Array.from(atob(text), (character) => character.charCodeAt(0))),
);
const sealKey = v.pipe(
  v.string(),
  v.regex(/^[\w-]{1,32}:/, "must look like `id:base64`"),
  v.transform((text) => ({ id: text.slice(0, text.indexOf(":")), bytes: text.slice(text.indexOf(":") + 1) })),
  v.object({ id: v.string(), bytes: key }),
);
const origin = v.pipe(
  v.string(),
  v.check((text) => URL.canParse(text) && new URL(text).origin === text, "must be an origin, as https://example.com"),
);
const days = (ifMissing: number, maximum: number, minimum = 1) =>
  v.optional(
    v.pipe(v.string(), v.minLength(1), v.transform(Number), v.integer(), v.minValue(minimum), v.maxValue(maximum)),
    `${ifMissing}`,
  );

const settingsText = v.object({
  ENVIRONMENT: v.picklist(["local", "production"]),
  ORIGIN: origin,
  MAIL: v.picklist(["mailbox", "resend"]),
  MAIL_FROM: v.pipe(v.string(), v.minLength(3)),
  RESEND_API_KEY: v.optional(v.string()),
  RESEND_BASE_URL: v.optional(v.pipe(v.string(), v.url())),
  MAIL_TIMEOUT_SECONDS: v.optional(v.pipe(v.string(), v.transform(Number), v.minValue(0.1), v.maxValue(60)), "10"),
  SEAL_KEYS: v.pipe(list, v.array(sealKey), v.minLength(1)),
  MAC_KEY: key,
  ALLOWED_ORIGINS: v.pipe(list, v.array(origin)),
  ALLOWED_EXTENSIONS: v.pipe(list, v.array(v.pipe(v.string(), v.regex(/^[\w-]+$/)))),
  // NIST SP 800-63B-4 3.1.1.2: never fewer than 8, whatever stands beside the password.
  PASSWORD_MINIMUM: v.optional(
    v.pipe(v.string(), v.transform(Number), v.integer(), v.minValue(passwordMinimumDefault), v.maxValue(64)),
    `${passwordMinimumDefault}`,
  ),
  SESSION_IDLE_DAYS: days(30, 30),
  SESSION_MAXIMUM_DAYS: days(90, 90),
  REMEMBER_DEVICE_DAYS: days(30, 90, 0),
});

/** Reads the settings once, at the start. Throws one `SettingsError` that names every setting that is wrong. */
export function readSettings(bindings: Record<string, unknown>): Settings {
  const parsed = v.safeParse(settingsText, bindings);
  if (!parsed.success) {
    throw new SettingsError(parsed.issues.map((issue) => `${v.getDotPath(issue) ?? "?"} ${explain(issue)}`));
  }
  const text = parsed.output;
  const problems = text.ENVIRONMENT === "production" ? productionProblems(text) : [];
  if (text.MAIL === "resend" && !text.RESEND_API_KEY) problems.push("RESEND_API_KEY is missing (MAIL is resend)");
  if (problems.length > 0) throw new SettingsError(problems);
  return {
    origin: text.ORIGIN,
    mail: mailRoute(text),
    mailFrom: text.MAIL_FROM,
    sealKeys: text.SEAL_KEYS,
    macKey: text.MAC_KEY,
    allowedOrigins: text.ALLOWED_ORIGINS,
    allowedExtensions: text.ALLOWED_EXTENSIONS,
    passwordMinimum: text.PASSWORD_MINIMUM,
    sessionIdleDays: text.SESSION_IDLE_DAYS,
    sessionMaximumDays: text.SESSION_MAXIMUM_DAYS,
    rememberDeviceDays: text.REMEMBER_DEVICE_DAYS,
  };
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
  };
}

/** What is fine on one's own machine and never in public. */
function productionProblems(text: SettingsText): string[] {
  const problems: string[] = [];
  if (text.MAIL === "mailbox") problems.push("MAIL must be resend in production (the mailbox shows codes to anyone)");
  if (!text.ORIGIN.startsWith("https:")) problems.push("ORIGIN must be https in production");
  if (text.ALLOWED_ORIGINS.some((each) => !each.startsWith("https:"))) {
    problems.push("ALLOWED_ORIGINS must be https in production");
  }
  if (text.SEAL_KEYS.some(({ id }) => id === "local")) problems.push("SEAL_KEYS still has the local key");
  if (new TextDecoder().decode(text.MAC_KEY).startsWith("local ")) problems.push("MAC_KEY is still the local key");
  return problems;
}

function explain(issue: v.BaseIssue<unknown>): string {
  return issue.received === "undefined" ? "is missing" : `is wrong (${issue.message})`;
}
