import qrcode from "qrcode";
import type { Method, OwnAccount } from "../../../shared/contract/account.ts";
import type { ActivityEvent } from "../../../shared/contract/activity.ts";
import type { EventType } from "../../../shared/contract/event-types.ts";
import type { DisputedItem } from "../../../shared/contract/not-me.ts";
import type { ConnectedApp } from "../../../shared/contract/oidc.ts";
import type { PublicSettings } from "../../../shared/contract/public-settings.ts";
import type { SessionOfAccount } from "../../../shared/contract/session.ts";
import type { SecondStepAnswer } from "../../../shared/contract/sign-in.ts";
import type { RememberedDevice } from "../../../shared/contract/trusted-browser.ts";

/** What the service answers, by method and path: `GET /v1/account`. */
export type Answers = Record<string, { status?: number; json?: unknown }>;

/** An address of 80 letters, and a name of 70. */
export const longAddress = "maria.fernandez-oliveira.castellanos.de.la.torre@a-very-long-company-name.example";
export const longName = "Mutua de Previsión Social de los Trabajadores del Puerto de Valencia..";

/** The time at which all of it is seen. */
export const now = "2026-11-29T12:00:12.000Z";
const daysAgo = (days: number) => new Date(Date.parse(now) - days * 86_400_000).toISOString();
const from = {
  ip: "203.0.113.24",
  userAgent: "Mozilla/5.0",
  browser: "Chrome",
  system: "macOS",
  place: "Valencia, ES",
};

const passkeyOf = (id: string, name: string): Method => ({
  id,
  type: "passkey",
  name,
  createdAt: daysAgo(200),
  lastUsedAt: daysAgo(0),
  passkey: { provider: "iCloud Keychain", synced: true, backedUp: true, passwordless: true },
});
const app: Method = {
  id: "app1",
  type: "app",
  name: "Authenticator app",
  createdAt: daysAgo(90),
  lastUsedAt: daysAgo(8),
};
const email: Method = { id: "mail", type: "email", name: "E-mail", createdAt: daysAgo(90), lastUsedAt: null };

/** Every address that the settings may name. */
const settings: PublicSettings = {
  passwordMinimum: 8,
  deletionDays: 7,
  termsUrl: "https://example.com/terms",
  privacyUrl: "https://example.com/privacy",
  extensionUrl: "https://example.com/install",
  extensionIds: [],
};

function accountOf(methods: Method[], more: Partial<OwnAccount> = {}): OwnAccount {
  return {
    id: "account",
    email: "ana@example.com",
    locale: "en",
    createdAt: daysAgo(400),
    passwordChangedAt: daysAgo(90),
    twoFactor: {
      enabled: methods.length > 0,
      preferred: methods[0]?.id ?? null,
      methods,
      recoveryCodesLeft: methods.length > 0 ? 8 : 0,
      passkeysOnly: false,
    },
    waiting: [],
    settings,
    ...more,
  };
}

/** People: nothing on yet; all methods; names and lists as long as they come; and one whose passkey is alone. */
export const people = {
  off: accountOf([]),
  on: accountOf([passkeyOf("key1", "MacBook Pro"), app, email]),
  long: accountOf(
    [
      ...Array.from({ length: 14 }, (_, index) => passkeyOf(`key${index}`, `${index + 1} ${longName}`)),
      { ...app, name: longName, disabled: true },
      email,
    ],
    {
      email: longAddress,
      waiting: [{ id: "w1", type: "two_factor_reset", since: daysAgo(0.1), until: daysAgo(-0.9) }],
    },
  ),
  passkeysOnly: accountOf([passkeyOf("key1", "MacBook Pro")], {
    twoFactor: { ...accountOf([passkeyOf("key1", "MacBook Pro")]).twoFactor, passkeysOnly: true },
  }),
} satisfies Record<string, OwnAccount>;

const sessionOf = (index: number): SessionOfAccount => ({
  id: `session${index}`,
  ...from,
  browser: ["Chrome", "Firefox", "Safari"][index % 3] ?? null,
  system: ["macOS", "Windows", "iPhone"][index % 3] ?? null,
  createdAt: daysAgo(index + 1),
  amr: index % 2 === 0 ? ["pwd", "otp", "mfa"] : ["hwk", "user", "mfa"],
  lastUsedAt: daysAgo(index),
  current: index === 1,
});
const deviceOf = (index: number): RememberedDevice => ({
  id: `device${index}`,
  ...from,
  createdAt: daysAgo(index + 1),
  lastUsedAt: daysAgo(index),
  expiresAt: daysAgo(-20),
  current: index === 1,
});
const appOf = (index: number): ConnectedApp => ({
  clientId: `site-${index}`,
  name: index === 1 ? longName : "The shop",
  scopes: index === 0 ? ["openid", "profile", "email", "offline_access"] : ["openid"],
  firstUsedAt: daysAgo(30),
  lastUsedAt: daysAgo(index),
});
const eventOf = (type: EventType, index: number): ActivityEvent => ({
  id: `event${index}`,
  type,
  at: daysAgo(index),
  ...from,
  detail: type === "method_added" ? { name: longName } : {},
});
const events = (["sign_in", "method_added", "sign_in_failed_second_step", "password_changed"] as const).map(eventOf);

/** What is suspended, for the review. */
export const disputedItems: DisputedItem[] = [
  {
    id: "d1",
    kind: "app",
    state: "suspended",
    name: longName,
    addedAt: daysAgo(1),
    ...from,
    until: daysAgo(-6),
  },
  { id: "d2", kind: "recovery_codes", state: "removed", name: "", addedAt: daysAgo(2), ...from, until: daysAgo(-6) },
];

/** All that is asked while somebody is signed in; `many` has lists that are as long as they come. */
export function signedIn(account: OwnAccount, many = false): Answers {
  const until = daysAgo(-1);
  const session = {
    id: "session1",
    createdAt: daysAgo(1),
    expiresAt: until,
    authenticatedAt: daysAgo(0),
    elevatedUntil: until,
    aal: 2,
    amr: ["pwd", "otp"],
  };
  const lengthOf = (few: number, most: number) => ({ length: many ? most : few });
  return {
    "GET /v1/session": { json: { account: { id: account.id, email: account.email }, session } },
    "GET /v1/account": { json: account },
    "GET /v1/account/disputed": { json: { since: null, items: [] } },
    "GET /v1/account/sessions": {
      json: { sessions: Array.from(lengthOf(3, 40), (_, index) => sessionOf(index)) },
    },
    "GET /v1/account/devices": { json: { devices: Array.from(lengthOf(2, 14), (_, index) => deviceOf(index)) } },
    "GET /v1/account/apps": { json: { apps: Array.from(lengthOf(2, 14), (_, index) => appOf(index)) } },
    "GET /v1/account/activity": { json: { events, next: "more" } },
    "POST /v1/account/two-factor/app": { json: appEnrolment },
    "POST /v1/account/two-factor/email": {
      json: { id: "e1", sentTo: "m•••e@a-very-long-company-name.example", expiresAt: until },
    },
    "POST /v1/account/recovery-codes": { json: { recoveryCodes } },
    "GET /v1/step-up": { json: { methods: ["app", "email", "recovery"] } },
  };
}

/** Nobody is signed in. */
export const signedOut: Answers = {
  "GET /v1/session": { status: 401, json: { code: "not_signed_in" } },
  "GET /v1/public-settings": { json: settings },
};

/** A link that is good for `purpose`, and one that has expired. */
export const goodLink = (purpose: string): Answers => ({
  ...signedOut,
  "POST /v1/links/check": { json: { purpose, expiresAt: daysAgo(-1), ...ownerOf(purpose) } },
});
const ownerOf = (purpose: string) =>
  purpose === "reset" || purpose === "invitation" ? { email: "ana@example.com" } : {};
export const expiredLink: Answers = {
  ...signedOut,
  "POST /v1/links/check": { status: 410, json: { code: "link_expired" } },
};

/** The second step of a sign-in, by the method that is preferred. */
export const secondStep = (preferred: "app" | "email" | "passkey", more: Partial<SecondStepAnswer> = {}): Answers => ({
  ...signedOut,
  "POST /v1/sign-in": {
    json: {
      status: "second_step",
      signIn: "s1",
      expiresAt: daysAgo(-1),
      methods: [
        { type: "app" },
        { type: "email", sentTo: "m•••e@a-very-long-company-name.example" },
        { type: "passkey" },
      ],
      preferred,
      rememberDays: 30,
      ...more,
    },
  },
  "POST /v1/sign-in/code": { status: 422, json: { code: "wrong_code", attemptsLeft: 4 } },
});

const recoveryCodes = Array.from(
  { length: 10 },
  (_, index) => `${String(index).repeat(4)}-wxyz-${String(9 - index).repeat(4)}-abcd`,
);
/** As the service writes it for the longest address. */
export const setUpLink = `otpauth://totp/Latchkey:${encodeURIComponent(longAddress)}?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=Latchkey`;
const appEnrolment = {
  id: "a1",
  secret: "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP",
  uri: setUpLink,
  qr: await qrcode.toString(setUpLink, { type: "svg", margin: 4, errorCorrectionLevel: "L" }),
  expiresAt: daysAgo(-1),
};
