import { expect } from "vitest";
import { openAppSetUp, saveRecoveryCodes, somebody } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { openSecurity, signOut, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedCode } from "./support/mailbox.ts";
import { readQrCode } from "./support/qr-code.ts";

journey("turns on an authenticator app, and is asked for its code at each sign-in", async ({ page }) => {
  const person = somebody("ana");
  await openSecurity(page, person);
  await look(page, "security-off");
  await page.getByRole("button", { name: "What is two-factor authentication?" }).click();
  await page.getByText(/asks for a code as well as your password/).waitFor();
  await look(page, "security-what-it-is");

  const key = await openAppSetUp(page);
  const uri = await readQrCode(page.getByRole("img", { name: /QR code/ }));
  expect(uri).toBe(`otpauth://totp/Latchkey:${encodeURIComponent(person.email)}?secret=${key}&issuer=Latchkey`);
  const app = authenticatorWith(key);
  const right = await app.nextCode();
  await page.getByLabel("6-digit code").fill(right === "000000" ? "111111" : "000000");
  await page.getByText("That code didn't match. Check that your phone's clock is right").waitFor();
  await look(page, "app-set-up-wrong-code");
  await page.getByLabel("6-digit code").fill(right);
  await page.getByRole("heading", { name: "Save your recovery codes" }).waitFor();
  await look(page, "recovery-codes");
  const [recoveryCode = ""] = await saveRecoveryCodes(page);
  await page.getByText("On", { exact: true }).waitFor();
  await page.getByText("10 of 10 left").waitFor();
  await look(page, "security-on");

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
  await look(page, "second-step-app");
  // Used a moment ago: a code that is too old is refused for another reason.
  const used = await app.nextCode();
  await page.getByLabel("6-digit code").fill(used);
  await page.getByRole("heading", { name: "Profile" }).waitFor();
  await signOut(page);
  await startSignIn(page, person);
  await page.getByLabel("6-digit code").fill(used);
  await page.getByText(/has already been used/).waitFor();
  await look(page, "second-step-used-code");
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("button", { name: "Try another way" }).click();
  await look(page, "second-step-other-ways");
  expect(await page.getByRole("button", { name: "Get a code by e-mail" }).count()).toBe(0);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(recoveryCode.toUpperCase().replaceAll("-", " "));
  await look(page, "second-step-recovery-code");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await page.goto("/profile/security");
  await page.getByText("9 of 10 left").waitFor();
  await page.getByRole("button", { name: "Turn off two-factor authentication" }).click();
  await page.getByText("Without it, your password is all that protects this account.").waitFor();
  await look(page, "turn-off");
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  // The last digit takes nothing away: only the button does (C8).
  await page.getByRole("dialog").getByRole("button", { name: "Turn off" }).click();
  await page.getByText("Two-factor authentication is off.").waitFor();

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});

journey("turns on e-mail, and gets a new code at each sign-in", async ({ page }) => {
  const person = somebody("email");
  await openSecurity(page, person);
  await page.getByRole("button", { name: /^E-mail/ }).click();
  await page.getByText(/We sent a code to e•••.@example.com/).waitFor();
  await look(page, "email-set-up");
  const code = await mailedCode(person.email, 2);
  await page.getByLabel("6-digit code").fill(code === "000000" ? "111111" : "000000");
  await page
    .getByText("That code didn't match. Use the newest e-mail; older codes no longer work. 4 tries left.")
    .waitFor();
  await look(page, "email-set-up-wrong-code");
  await page.getByLabel("6-digit code").fill(code);
  await saveRecoveryCodes(page);
  await page.getByText("On", { exact: true }).waitFor();

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code we e-mailed you" }).waitFor();
  await look(page, "second-step-email");
  const first = await mailedCode(person.email, 3);
  expect(first === code, "each sign-in has its own code").toBe(false);
  await page.getByLabel("6-digit code").fill(first);
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await page.goto("/profile/security");
  const key = await openAppSetUp(page);
  const app = authenticatorWith(key);
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByText("Authenticator app has been added.").waitFor();
  // The stronger one is asked for first, until the person says otherwise.
  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
  await page.getByRole("button", { name: "Try another way" }).click();
  await page.getByRole("button", { name: "Get a code by e-mail" }).click();
  // Codes are sent half a minute apart, so that nobody can be flooded with them.
  await page.getByText(/You can request a new one when the countdown ends/).waitFor();
  await look(page, "second-step-mail-waits");
  await page.getByRole("button", { name: "Send a new code", exact: true }).click({ timeout: 40_000 });
  await page.getByText(/We sent a code to e•••.@example.com/).waitFor();
  await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 4));
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});

journey("asks first for the method that the person prefers, and offers the other", async ({ page }) => {
  const person = somebody("choosy");
  await openSecurity(page, person);
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(page);
  await page.getByRole("button", { name: /^E-mail/ }).click();
  await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 2));
  await page.getByText("E-mail has been added.").waitFor();
  await page.getByRole("button", { name: "Manage E-mail" }).click();
  await look(page, "manage-method");
  await page.getByRole("button", { name: "Make default" }).click();
  await page.getByText("E-mail is now your default method.").waitFor();

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code we e-mailed you" }).waitFor();
  await page.getByRole("button", { name: "Try another way" }).click();
  await page.getByRole("button", { name: "Use your authenticator app" }).click();
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});
