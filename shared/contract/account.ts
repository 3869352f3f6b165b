import * as v from "valibot";
import { activityEvent } from "./activity.ts";
import { sixDigits } from "./code.ts";
import { emailAddress } from "./email-address.ts";
import { displayNameLimit } from "./limits.ts";
import { locales } from "./locale.ts";
import { disputedItem } from "./not-me.ts";
import { passkeyRecord } from "./passkey-record.ts";
import { passwordText } from "./password.ts";
import { publicSettings } from "./public-settings.ts";
import { sessionOfAccount } from "./session.ts";
import { timestamp } from "./timestamp.ts";
import { rememberedDevice } from "./trusted-browser.ts";
import { verification } from "./verification.ts";
import { waitingChange } from "./waiting.ts";

export { type Locale, locales } from "./locale.ts";

export const createAccountBody = v.object({
  email: emailAddress,
  password: passwordText,
  locale: v.optional(v.picklist(locales)),
});

export const verifyAccountBody = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  code: sixDigits,
});

export const resendVerificationBody = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
});

export const changeEmailBody = v.object({ newEmail: emailAddress });

export const confirmEmailBody = v.object({ code: sixDigits });

/** What an owner says of themselves: the language of their mails, and a name; null or nothing takes the name away. */
export const profileBody = v.object({
  locale: v.optional(v.picklist(locales)),
  displayName: v.optional(v.nullable(v.pipe(v.string(), v.trim(), v.maxLength(displayNameLimit)))),
});
export type Profile = v.InferOutput<typeof profileBody>;

export const verificationSent = v.object({ verification });

export const methodTypes = ["app", "email", "passkey"] as const;
export type MethodType = (typeof methodTypes)[number];

/** An active second factor. */
/** What a passkey can do, and where it is. */
export const passkeyTraits = v.object({
  /** What keeps it, as `1Password`; null where that is not known. */
  provider: v.nullable(v.string()),
  /** Whether it may be on several devices of its owner. */
  synced: v.boolean(),
  /** Whether a copy of it was safe elsewhere when it was last used. */
  backedUp: v.boolean(),
  /** Whether it signs in without the password. */
  passwordless: v.boolean(),
});
export type PasskeyTraits = v.InferOutput<typeof passkeyTraits>;

export const method = v.object({
  id: v.string(),
  type: v.picklist(methodTypes),
  name: v.string(),
  createdAt: timestamp,
  lastUsedAt: v.nullable(timestamp),
  /** Only where it is so: too many wrong codes in a row, and it is off until it is set up again. */
  disabled: v.optional(v.literal(true)),
  /** Only of a passkey. */
  passkey: v.optional(passkeyTraits),
});
export type Method = v.InferOutput<typeof method>;

/** A change of an account's address. */
export const emailChange = v.object({
  from: v.string(),
  to: v.string(),
  requestedAt: timestamp,
  confirmedAt: v.nullable(timestamp),
  undoneAt: v.nullable(timestamp),
});
export type EmailChange = v.InferOutput<typeof emailChange>;

export const twoFactor = v.object({
  enabled: v.boolean(),
  /** The id of the method that a sign-in asks for first; null when two-factor is off. */
  preferred: v.nullable(v.string()),
  methods: v.array(method),
  recoveryCodesLeft: v.number(),
  /** 'Ask for nothing weaker': while it is set, only passkeys and recovery codes sign in and step up. */
  passkeysOnly: v.boolean(),
});

export const account = v.object({
  id: v.string(),
  email: v.string(),
  /** The language that mails are written in. */
  locale: v.picklist(locales),
  /** What the person is called; only where they have said it. */
  displayName: v.optional(v.string()),
  createdAt: timestamp,
  passwordChangedAt: timestamp,
  twoFactor,
  /** What takes effect later unless it is stopped, the soonest first. */
  waiting: v.array(waitingChange),
});
export type Account = v.InferOutput<typeof account>;

/** The account as its page reads it: with the settings that the page has to say. */
export const ownAccount = v.object({ ...account.entries, settings: publicSettings });
export type OwnAccount = v.InferOutput<typeof ownAccount>;

/** All that is stored on an account; `version` grows when the form changes. */
export const accountExport = v.object({
  version: v.literal(1),
  exportedAt: timestamp,
  account,
  sessions: v.array(sessionOfAccount),
  devices: v.array(rememberedDevice),
  passkeys: v.array(passkeyRecord),
  emailChanges: v.array(emailChange),
  /** What was suspended or removed and can still be given back, whether or not it is disputed. */
  setAside: v.array(disputedItem),
  activity: v.array(activityEvent),
});
export type AccountExport = v.InferOutput<typeof accountExport>;
