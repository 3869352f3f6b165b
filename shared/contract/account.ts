import * as v from "valibot";
import type { ActivityEvent } from "./activity.ts";
import { sixDigits } from "./code.ts";
import type { RememberedDevice } from "./device.ts";
import { emailAddress } from "./email-address.ts";
import type { PasskeyRecord } from "./passkey-record.ts";
import { passwordText } from "./password.ts";
import type { SessionOfAccount } from "./session.ts";

export const locales = ["en", "es"] as const;
export type Locale = (typeof locales)[number];

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

/** Where a code was sent, and until when it is good. */
export interface Verification {
  id: string;
  expiresAt: string;
}

export type MethodType = "app" | "email" | "passkey";

/** An active second factor. */
export interface Method {
  id: string;
  type: MethodType;
  name: string;
  createdAt: string;
  lastUsedAt: string | null;
  /** Only where it is so: too many wrong codes in a row, and it is off until it is set up again. */
  disabled?: true;
  /** Only of a passkey. */
  passkey?: PasskeyTraits;
}

/** What a passkey can do, and where it is. */
export interface PasskeyTraits {
  /** What keeps it, as `1Password`; null where that is not known. */
  provider: string | null;
  /** Whether it may be on several devices of its owner. */
  synced: boolean;
  /** Whether a copy of it was safe elsewhere when it was last used. */
  backedUp: boolean;
  /** Whether it signs in without the password. */
  passwordless: boolean;
}

/** A change of an account's address. */
export interface EmailChange {
  from: string;
  to: string;
  requestedAt: string;
  confirmedAt: string | null;
  undoneAt: string | null;
}

export interface Account {
  id: string;
  email: string;
  locale: Locale;
  createdAt: string;
  passwordChangedAt: string;
  twoFactor: {
    enabled: boolean;
    /** The id of the method that a sign-in asks for first; null when two-factor is off. */
    preferred: string | null;
    methods: Method[];
    recoveryCodesLeft: number;
    /** 'Ask for nothing weaker': while it is set, only passkeys and recovery codes sign in and step up. */
    passkeysOnly: boolean;
  };
}

/** All that is stored on an account; `version` grows when the form changes. */
export interface AccountExport {
  version: 1;
  exportedAt: string;
  account: Account;
  sessions: SessionOfAccount[];
  devices: RememberedDevice[];
  passkeys: PasskeyRecord[];
  emailChanges: EmailChange[];
  activity: ActivityEvent[];
}
