import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import {
  createAccount,
  openAppSetUp,
  type Somebody,
  saveRecoveryCodes,
  somebody,
  typePassword,
} from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedCode } from "./support/mailbox.ts";
import { readQrCode } from "./support/qr-code.ts";

/** A new account, signed in, on its way to Profile > Security. */
async function openSecurity(page: Page, person: Somebody): Promise<void> {
  await page.goto("/create-account");
  await createAccount(page, person);
  await page.getByRole("heading", { name: "Profile" }).waitFor();
  await page.getByRole("button", { name: "Profile" }).click();
  await page.getByRole("link", { name: "Security", exact: true }).click();
  await page.getByRole("heading", { name: "Two-factor authentication" }).waitFor();
}

async function signOut(page: Page): Promise<void> {
  await page.goto("/profile");
  await page.getByRole("button", { name: "Profile" }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("link", { name: "Sign in" }).waitFor();
}

async function startSignIn(page: Page, person: Somebody): Promise<void> {
  await page.goto("/sign-in");
  await typePassword(page, person);
}

journey("creates an account with the code from the mailbox page", async ({ page, anotherBrowser }) => {
  const person = somebody("first");
  await page.goto("/");
  await look(page, "welcome");
  await page.getByRole("link", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Create your account" }).waitFor();

  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password", { exact: true }).fill("password1");
  await page.getByText(/among the first that are guessed/).waitFor();
  await look(page, "create-account-weak-password");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("alert").filter({ hasText: "among the first that are guessed" }).waitFor();
  await page.getByLabel("Password", { exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Check your e-mail" }).waitFor();

  const mailbox = await anotherBrowser();
  await mailbox.goto("/mailbox");
  await mailbox.getByText(person.email).first().waitFor();
  await look(mailbox, "mailbox");
  const code = await mailedCode(person.email);
  await page.getByLabel("6-digit code").fill(code === "111111" ? "222222" : "111111");
  await page.getByText("That code didn't match. Use the newest e-mail").waitFor();
  await look(page, "verify-address-wrong-code");
  await page.getByLabel("6-digit code").fill(code);
  await page.getByRole("heading", { name: "Profile" }).waitFor();
  await page.getByText(person.email).waitFor();
  await look(page, "profile");
});

journey("changes the password, and other sessions end", async ({ page, anotherBrowser }) => {
  const person = somebody("change");
  await openSecurity(page, person);
  const elsewhere = await anotherBrowser();
  await startSignIn(elsewhere, person);
  await elsewhere.getByRole("heading", { name: "Profile" }).waitFor();

  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByLabel("Current password").fill("not my password");
  await page.getByLabel("New password").fill("latchkey123");
  await page.getByText(/Weak\./i).waitFor();
  await look(page, "change-password-refused");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("That isn't your current password. Try it again.").waitFor();
  await page.getByLabel("Current password").fill(person.password);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByRole("alert").filter({ hasText: "among the first that are guessed" }).waitFor();
  const next = "velvet anchor ladder";
  await page.getByLabel("New password").fill(next);
  await page.getByText(/(Strong|Very strong)\./).waitFor();
  await look(page, "change-password");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("Your password has been changed.").waitFor();
  await look(page, "password-changed");

  await elsewhere.reload();
  await elsewhere.getByRole("heading", { name: "Sign in" }).waitFor();
  await typePassword(elsewhere, person);
  await elsewhere.getByText("That e-mail and password don't match an account.").waitFor();
  await look(elsewhere, "sign-in-wrong-password");
  await typePassword(elsewhere, { ...person, password: next });
  await elsewhere.getByRole("heading", { name: "Profile" }).waitFor();
});

journey("turns on an authenticator app, and is asked for its code at each sign-in", async ({ page }) => {
  const person = somebody("app");
  await openSecurity(page, person);
  await look(page, "security-off");
  await page.getByRole("button", { name: "What is two-factor authentication?" }).click();
  await page.getByText(/asks for a code beside your password/).waitFor();
  await look(page, "security-what-it-is");

  const key = await openAppSetUp(page);
  const uri = await readQrCode(page.getByRole("img", { name: /QR code/ }));
  expect(uri).toBe(
    `otpauth://totp/Latchkey:${encodeURIComponent(person.email)}?secret=${key}&issuer=Latchkey&algorithm=SHA1&digits=6&period=30`,
  );
  const app = authenticatorWith(key);
  const right = await app.nextCode();
  await page.getByLabel("6-digit code").fill(right === "000000" ? "111111" : "000000");
  await page.getByText("That code didn't match. Check that your phone's clock is right").waitFor();
  await look(page, "app-set-up-wrong-code");
  await page.getByLabel("6-digit code").fill(right);
  await page.getByRole("heading", { name: "Save your recovery codes" }).waitFor();
  await look(page, "recovery-codes");
  const [recoveryCode = ""] = await saveRecoveryCodes(page);
  await page.getByText("On: authenticator app.").waitFor();
  await page.getByText("10 of 10 left").waitFor();
  await look(page, "security-on");

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
  await look(page, "second-step-app");
  await page.getByLabel("6-digit code").fill(right);
  await page.getByText(/has been used already/).waitFor();
  await look(page, "second-step-used-code");
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("button", { name: "Use another way" }).click();
  await look(page, "second-step-other-ways");
  expect(await page.getByRole("button", { name: "Get a code by e-mail" }).count()).toBe(0);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(recoveryCode.toUpperCase().replaceAll("-", " "));
  await look(page, "second-step-recovery-code");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await page.goto("/profile/security");
  await page.getByText("9 of 10 left").waitFor();
  await page.getByRole("button", { name: "Turn off two-factor authentication" }).click();
  await page.getByText("Without it, your password is all that protects this account.").waitFor();
  await look(page, "turn-off");
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByText("Two-factor authentication is off.").waitFor();

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});

journey("turns on e-mail, and gets a new code at each sign-in", async ({ page }) => {
  const person = somebody("email");
  await openSecurity(page, person);
  await page.getByRole("button", { name: /^E-mail/ }).click();
  await page.getByText(/We sent a code to e•••@example.com/).waitFor();
  await look(page, "email-set-up");
  const code = await mailedCode(person.email, 2);
  await page.getByLabel("6-digit code").fill(code === "000000" ? "111111" : "000000");
  await page
    .getByText("That code didn't match. Use the newest e-mail; older codes no longer work. 4 tries left.")
    .waitFor();
  await look(page, "email-set-up-wrong-code");
  await page.getByLabel("6-digit code").fill(code);
  await saveRecoveryCodes(page);
  await page.getByText("On: e-mail.").waitFor();

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code we e-mailed you" }).waitFor();
  await look(page, "second-step-email");
  const first = await mailedCode(person.email, 3);
  expect(first === code, "each sign-in has its own code").toBe(false);
  await page.getByLabel("6-digit code").fill(first);
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await page.goto("/profile/security");
  await page.getByRole("button", { name: "Add another method" }).click();
  const key = await openAppSetUp(page);
  const app = authenticatorWith(key);
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByText("Authenticator app has been added.").waitFor();
  // The stronger one is asked for first, until the person says otherwise.
  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
  await page.getByRole("button", { name: "Use another way" }).click();
  await page.getByRole("button", { name: "Get a code by e-mail" }).click();
  await page.getByText(/We sent a code to e•••@example.com/).waitFor();
  await page.getByRole("button", { name: /Send a new code in 0:[123]/ }).waitFor();
  await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 4));
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await page.goto("/profile/security");
  await page.getByRole("button", { name: "Manage E-mail" }).click();
  await look(page, "manage-method");
  await page.getByRole("button", { name: "Make preferred" }).click();
  await page.getByText("Sign-ins now ask for a code of E-mail first.").waitFor();

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code we e-mailed you" }).waitFor();
  await page.getByRole("button", { name: "Use another way" }).click();
  await page.getByRole("button", { name: "Use your authenticator app" }).click();
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});

journey(
  "reads what two-factor authentication is, in both languages, and can be told by keyboard alone",
  async ({ page }) => {
    await page.goto("/learn/two-factor");
    await page.getByRole("heading", { name: "Why to have it" }).waitFor();
    await look(page, "learn-two-factor");
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Autenticación en dos pasos" }).waitFor();
    await look(page, "learn-two-factor-es");
    await page.goto("/sign-in");
    await page.getByRole("heading", { name: "Iniciar sesión" }).waitFor();
    await look(page, "sign-in-es");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Sign in" }).waitFor();

    const person = somebody("keyboard");
    const other = await page.context().newPage();
    await other.goto("/create-account");
    await createAccount(other, person);
    await other.getByRole("heading", { name: "Profile" }).waitFor();
    await other.goto("/profile");
    await other.getByRole("heading", { name: "Profile" }).waitFor();
    await other.keyboard.press("Tab");
    await other.keyboard.press("Enter");
    expect(await other.evaluate(() => document.activeElement?.id), "the skip link").toBe("content");
  },
);

journey("says when the server has ended the session, and keeps what was typed", async ({ page, anotherBrowser }) => {
  const person = somebody("ended");
  await openSecurity(page, person);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByLabel("New password").fill("velvet anchor ladder");

  const elsewhere = await anotherBrowser();
  await startSignIn(elsewhere, person);
  await elsewhere.goto("/profile/security");
  await elsewhere.getByRole("button", { name: "Change password" }).click();
  await elsewhere.getByLabel("Current password").fill(person.password);
  await elsewhere.getByLabel("New password").fill("another quiet harbour");
  await elsewhere.getByRole("button", { name: "Change password" }).click();
  await elsewhere.getByText("Your password has been changed.").waitFor();

  await page.getByLabel("Current password").fill("another quiet harbour");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByRole("status").filter({ hasText: "You've been signed out. Sign in again to go on." }).waitFor();
  await look(page, "session-ended");
  await typePassword(page, { ...person, password: "another quiet harbour" });
  expect(await page.getByLabel("New password").inputValue()).toBe("velvet anchor ladder");
});

journey("shows what to do while the server can't be reached", async ({ page, consoleWatch }) => {
  consoleWatch.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.goto("/sign-in");
  await page.context().setOffline(true);
  await typePassword(page, somebody("offline"));
  await page.getByText(/Can't reach the server\./).waitFor();
  await look(page, "sign-in-offline");
});

journey("loads nothing from anywhere else, under a strict policy", async ({ page }) => {
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  const response = await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(response?.headers()["content-security-policy"]).toMatch(/default-src 'none'.*script-src 'self'/);
  expect([...hosts]).toEqual([inject("serviceAddress")]);
});
