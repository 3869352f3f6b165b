import type { Page } from "playwright-core";
import { expect } from "vitest";
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

async function signUp(popup: Page, person: Somebody): Promise<void> {
  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByRole("button", { name: "Create an account" }).click();
  await createAccount(popup, person);
  await popup.getByRole("heading", { name: "Two-factor authentication" }).waitFor();
}

async function signOut(popup: Page): Promise<void> {
  await popup.getByRole("button", { name: "Sign out", exact: true }).click();
  await popup.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
}

/** The browser closes a popup when somebody looks elsewhere, and opens it anew. */
async function closeAndOpen(popup: Page): Promise<void> {
  const address = popup.url();
  await popup.goto("about:blank");
  await popup.goto(address);
}

journey("makes this browser the authenticator of an account", async ({ popup, page }) => {
  const person = somebody("olivia");
  await popup.getByRole("heading", { name: "No codes yet" }).waitFor();
  await look(popup, "popup-empty");
  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
  await look(popup, "popup-sign-in");
  await signUp(popup, person);
  await look(popup, "popup-security-off");

  await popup.getByRole("button", { name: /^(Authenticator|Another authenticator) app/ }).click();
  await popup.getByRole("button", { name: "Use this browser" }).waitFor();
  await look(popup, "popup-app-set-up");
  await popup.getByRole("button", { name: "Use this browser" }).click();
  await popup.getByRole("heading", { name: "Save your recovery codes" }).waitFor();
  await look(popup, "popup-recovery-codes");
  await saveRecoveryCodes(popup);
  await popup.getByText(/^This browser · /).waitFor();
  const scrolled = () => popup.locator(".scrolling").evaluate((area) => area.scrollTop);
  await expect.poll(scrolled, { message: "what takes the place of a scrolled screen begins at its top" }).toBe(0);
  await look(popup, "popup-security-on");

  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  const row = popup.getByRole("listitem").filter({ hasText: person.email });
  await row.getByText("Latchkey").waitFor();
  await look(popup, "popup-codes-one");

  // Somewhere else the code that this browser shows is what signs the person in. All is made ready first: it is good for seconds.
  await popup.getByRole("button", { name: "Security" }).click();
  await signOut(popup);
  await typePassword(popup, person);
  await popup.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
  await look(popup, "popup-second-step");
  await page.goto("/sign-in");
  await typePassword(page, person);
  await page.getByLabel("6-digit code").waitFor();
  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  await row.getByRole("button", { name: /Copy$/ }).click();
  await popup.getByRole("status").filter({ hasText: "Copied the Latchkey code" }).waitFor();
  const code = await popup.evaluate(() => navigator.clipboard.readText());
  expect(code).toMatch(/^\d{6}$/);
  await page.getByLabel("6-digit code").fill(code);
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByRole("button", { name: "Use this browser's code" }).click();
  await popup.getByText(/has already been used/).waitFor();
});

journey("sets up an app by its key, signs in with its codes, and turns it off, all in the popup", async ({ popup }) => {
  const person = somebody("popup");
  await signUp(popup, person);
  const key = await openAppSetUp(popup);
  expect(await readQrCode(popup.getByRole("img", { name: /QR code/ }))).toContain(`secret=${key}`);
  const app = authenticatorWith(key);

  // The key on the screen is still the one to confirm when the popup was closed in between.
  await closeAndOpen(popup);
  await popup.getByRole("heading", { name: "Authenticator app" }).waitFor();
  const right = await app.nextCode();
  await popup.getByLabel("6-digit code").fill(right === "000000" ? "111111" : "000000");
  await popup.getByText("That code didn't match. Check that your phone's clock is right").waitFor();
  await look(popup, "popup-app-set-up-wrong-code");
  await popup.getByLabel("6-digit code").fill(right);
  await popup.getByRole("heading", { name: "Save your recovery codes" }).waitFor();

  // Shown once is not lost at once.
  await closeAndOpen(popup);
  await saveRecoveryCodes(popup);
  await signOut(popup);
  await typePassword(popup, person);
  await popup.getByLabel("6-digit code").fill(await app.nextCode());
  await popup.getByText("On", { exact: true }).waitFor();

  await popup.getByRole("button", { name: "Turn off two-factor authentication" }).click();
  await popup.getByText("Without it, your password is all that protects this account.").waitFor();
  await look(popup, "popup-turn-off");
  await popup.getByLabel("6-digit code").fill(await app.nextCode());
  await popup.getByRole("dialog").getByRole("button", { name: "Turn off" }).click();
  await popup.getByText("Two-factor authentication is off.").waitFor();
  await closeAndOpen(popup);
  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByText("Your account is protected by your password alone.").waitFor();
});

journey("turns on e-mail and reads the mail in another tab, where the popup closes", async ({ popup }) => {
  const person = somebody("mail");
  await signUp(popup, person);
  await popup.getByRole("button", { name: /^E-mail/ }).click();
  await popup.getByText(/We sent a code to m•••.@example.com/).waitFor();
  await look(popup, "popup-email-set-up");
  const code = await mailedCode(person.email, 2);
  await closeAndOpen(popup);
  await popup.getByLabel("6-digit code").fill(code);
  await saveRecoveryCodes(popup);
  await popup.getByText("On", { exact: true }).waitFor();

  await signOut(popup);
  await typePassword(popup, person);
  await popup.getByRole("heading", { name: "Enter the code we e-mailed you" }).waitFor();
  await closeAndOpen(popup);
  await popup.getByRole("heading", { name: "Enter the code we e-mailed you" }).waitFor();
  await popup.getByLabel("6-digit code").fill(await mailedCode(person.email, 3));
  await popup.getByText("On", { exact: true }).waitFor();
});

journey("changes the password in the popup, and the old one no longer signs in", async ({ popup }) => {
  const person = somebody("changed");
  await signUp(popup, person);
  await popup.getByRole("button", { name: "Change password" }).click();
  await popup.getByLabel("Current password").fill(person.password);
  await popup.getByLabel("New password").fill("velvet anchor ladder");
  await popup.getByText(/(Strong|Very strong)\./).waitFor();
  await look(popup, "popup-change-password");
  await popup.getByRole("button", { name: "Change password" }).click();
  await popup.getByText("Your password has been changed.").waitFor();
  await signOut(popup);
  await typePassword(popup, person);
  await popup.getByText("That e-mail and password don't match an account.").waitFor();
  await look(popup, "popup-sign-in-wrong");
  await typePassword(popup, { ...person, password: "velvet anchor ladder" });
  await popup.getByRole("heading", { name: "Two-factor authentication" }).waitFor();
});

journey("keeps the session's token out of the popup's reach", async ({ popup }) => {
  const bodies: string[] = [];
  await popup.exposeFunction("heard", (body: string) => bodies.push(body));
  await popup.evaluate(() => {
    const { runtime } = chrome;
    const send = runtime.sendMessage.bind(runtime) as (message: unknown) => Promise<unknown>;
    runtime.sendMessage = (async (message: unknown) => {
      const answer = await send(message);
      await (window as unknown as { heard(body: string): Promise<void> }).heard(JSON.stringify(answer));
      return answer;
    }) as typeof runtime.sendMessage;
  });
  await signUp(popup, somebody("token"));
  expect(bodies.some((body) => body.includes("complete"))).toBe(true);
  expect(bodies.filter((body) => body.includes('\\"token\\"'))).toEqual([]);
});
