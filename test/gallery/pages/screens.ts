import type { Page } from "playwright-core";
import {
  type Answers,
  disputedItems,
  expiredLink,
  goodLink,
  longAddress,
  longName,
  now,
  people,
  secondStep,
  signedIn,
  signedOut,
} from "./service.ts";

/** One screen: where it is, what the service answers there, and what was pressed before it is looked at. */
export interface Screen {
  path: string;
  answers: Answers;
  act?: (page: Page) => Promise<void>;
}

const security = "/profile/security";
const press = (name: string | RegExp) => (page: Page) => page.getByRole("button", { name }).first().click();
const tooMany = { status: 429, json: { code: "too_many_attempts", retryAfter: 754 } };

const signIn = async (page: Page) => {
  await page.getByLabel("E-mail").fill(longAddress);
  await page.getByLabel("Password", { exact: true }).fill("correct horse");
  await press("Sign in")(page);
};
const create = async (page: Page) => {
  await page.getByLabel("E-mail").fill(longAddress);
  await page.getByLabel("Password", { exact: true }).fill("correct horse");
  await press("Create account")(page);
};
const waiting = { json: { verification: { id: "v1", expiresAt: "2026-11-29T12:10:00.000Z" } } };
const site = { json: { name: longName, returnTo: "https://shop.example/" } };
const mails = [
  { id: "m1", to: longAddress, subject: "482913 is your Latchkey code", text: "Enter this code:\n\n482913\n", at: now },
];

/** Every screen of the hosted pages and of the panel in them, by the name of its pictures. */
export const screens: Record<string, Screen> = {
  welcome: { path: "/", answers: signedOut },
  "sign-in": { path: "/sign-in", answers: signedOut },
  "sign-in-to-site": {
    path: "/sign-in?return_to=https://shop.example/",
    answers: { ...signedOut, "GET /v1/oidc/site": site },
  },
  "sign-in-missing": { path: "/sign-in", answers: signedOut, act: press("Sign in") },
  "sign-in-slowed": { path: "/sign-in", answers: { ...signedOut, "POST /v1/sign-in": tooMany }, act: signIn },
  create: { path: "/create-account", answers: signedOut },
  "create-missing": { path: "/create-account", answers: signedOut, act: press("Create account") },
  verify: { path: "/create-account", answers: { ...signedOut, "POST /v1/accounts": waiting }, act: create },
  "second-step-app": { path: "/sign-in", answers: secondStep("app"), act: signIn },
  "second-step-email": { path: "/sign-in", answers: secondStep("email"), act: signIn },
  "second-step-earlier-code": {
    path: "/sign-in",
    answers: secondStep("email", {
      codeExpiresAt: "2026-11-30T11:59:40.000Z",
      resendAfter: "2026-11-29T12:00:20.000Z",
    }),
    act: signIn,
  },
  "second-step-passkey": { path: "/sign-in", answers: secondStep("passkey"), act: signIn },
  "second-step-wrong": {
    path: "/sign-in",
    answers: secondStep("app"),
    act: async (page) => {
      await signIn(page);
      await page.getByLabel("6-digit code").fill("123456");
      await page.getByRole("alert").filter({ hasText: /\w/ }).waitFor();
    },
  },
  "second-step-email-wrong": {
    path: "/sign-in",
    answers: secondStep("email"),
    act: async (page) => {
      await signIn(page);
      await page.getByLabel("6-digit code").fill("123456");
      await page.getByText("If it's from your authenticator app").waitFor();
    },
  },
  "second-step-recovery-code": {
    path: "/sign-in",
    answers: secondStep("app"),
    act: async (page) => {
      await signIn(page);
      // It begins with six digits in a row, which are no code of an app.
      await page.getByLabel("6-digit code").fill("1234-56ab-cdef-ghjk");
      await page.getByText("That's a recovery code").waitFor();
    },
  },
  "second-step-recovery-field": {
    path: "/sign-in",
    answers: secondStep("app"),
    act: async (page) => {
      await signIn(page);
      await page.getByLabel("6-digit code").fill("1234-56ab-cdef-ghjk");
      await press("Use a recovery code")(page);
      // It came along.
      await press("Sign in")(page);
      await page.getByText("That recovery code didn't match").waitFor();
      await page.getByLabel("Recovery code").fill("123 456");
      await press("Sign in")(page);
      await page.getByText("A recovery code has 16 letters and digits").waitFor();
    },
  },
  "second-step-ways": {
    path: "/sign-in",
    answers: secondStep("app"),
    act: async (page) => {
      await signIn(page);
      await press(/another way/)(page);
    },
  },
  reset: { path: "/reset", answers: signedOut },
  "reset-link": { path: "/reset?link=abc", answers: goodLink("reset") },
  "reset-expired": { path: "/reset?link=abc", answers: expiredLink },
  unlock: { path: "/unlock", answers: signedOut },
  "not-me": { path: "/not-me?link=abc", answers: goodLink("not_me") },
  "not-me-expired": { path: "/not-me?link=abc", answers: expiredLink },
  "undo-email": { path: "/undo-email?link=abc", answers: goodLink("undo_email") },
  "stop-reset": { path: "/stop-reset?link=abc", answers: goodLink("stop_reset") },
  invitation: { path: "/accept-invitation?link=abc", answers: goodLink("invitation") },
  confirm: { path: "/confirm", answers: signedIn(people.long) },
  profile: { path: "/profile", answers: signedIn(people.on) },
  "profile-off": { path: "/profile", answers: signedIn({ ...people.off, email: longAddress }) },
  "security-off": { path: security, answers: signedIn(people.off) },
  "security-on": { path: security, answers: signedIn(people.on) },
  "security-long": { path: security, answers: signedIn(people.long, true) },
  "security-passkeys-only": { path: security, answers: signedIn(people.passkeysOnly) },
  "security-unreachable": {
    path: security,
    answers: { ...signedIn(people.on), "GET /v1/account": { status: 500, json: { code: "internal" } } },
  },
  manage: { path: security, answers: signedIn(people.on), act: press(/^Manage Authenticator/) },
  "set-up-app": { path: security, answers: signedIn(people.off), act: press(/^Authenticator app/) },
  "set-up-email": { path: security, answers: signedIn(people.off), act: press(/^E-mail/) },
  "set-up-passkey": { path: security, answers: signedIn(people.off), act: press(/^Passkey Recommended/) },
  "recovery-codes": {
    path: security,
    answers: signedIn(people.long),
    act: async (page) => {
      await press("Make new codes")(page);
      await page.getByRole("dialog").getByRole("button", { name: "Make new codes" }).click();
    },
  },
  activity: { path: security, answers: signedIn(people.on), act: press("See all: Recent activity") },
  "remove-app": { path: security, answers: signedIn(people.on), act: press("Remove The shop") },
  "rename-browser": { path: security, answers: signedIn(people.on), act: press(/^Rename Chrome/) },
  "change-password": { path: `${security}?open=password`, answers: signedIn(people.long) },
  "change-email": { path: security, answers: signedIn(people.long), act: press("Change e-mail") },
  "delete-question": { path: security, answers: signedIn(people.long), act: press("Delete account") },
  review: {
    path: security,
    answers: { ...signedIn(people.on), "GET /v1/account/disputed": { json: { since: now, items: disputedItems } } },
  },
  "learn-two-factor": { path: "/learn/two-factor", answers: signedOut },
  docs: { path: "/docs", answers: {} },
  mailbox: { path: "/mailbox", answers: { ...signedOut, "GET /mailbox.json": { json: mails } } },
  "mailbox-empty": { path: "/mailbox", answers: { ...signedOut, "GET /mailbox.json": { json: [] } } },
  "not-found": { path: "/not-found", answers: signedOut },
  problem: { path: "/problem", answers: signedOut },
  allow: {
    path: "/allow?scope=openid+profile+email+offline_access&next=/oidc/authorize?client_id=shop",
    answers: { ...signedIn(people.long), "GET /v1/oidc/site": site },
  },
  "unknown-site": { path: "/unknown-site", answers: signedOut },
  "sign-out": { path: "/sign-out", answers: signedIn(people.on) },
};
