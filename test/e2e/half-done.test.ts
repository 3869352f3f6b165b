import { expect } from "vitest";
import { openAppSetUp, saveRecoveryCodes, somebody } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { openSecurity, signOut, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { mailedCode } from "./support/mailbox.ts";

journey(
  "goes on after a reload in each step of a sign-up and a reset, and back and forth between them",
  async ({ page }) => {
    const person = somebody("reloading");
    await page.goto("/create-account");
    await page.getByRole("textbox", { name: "E-mail" }).fill(person.email);
    await page.getByRole("textbox", { name: "Password", exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Create account" }).click();
    await page.getByLabel("6-digit code").waitFor();
    await page.reload();
    await page.getByText(`Enter the 6-digit code we sent to ${person.email}.`).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Create your account" }).waitFor();
    await page.goForward();
    await page.getByLabel("6-digit code").waitFor();
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(kept).not.toContain(person.password);
    await page.getByLabel("6-digit code").fill(await mailedCode(person.email));
    await page.getByRole("heading", { name: "Profile" }).waitFor();
    await signOut(page);

    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-mail" }).fill(person.email);
    await page.getByRole("button", { name: "Forgot your password?" }).click();
    await page.getByRole("button", { name: "Send the code" }).click();
    await page.getByLabel("6-digit code").waitFor();
    await page.reload();
    await page.getByLabel("6-digit code").waitFor();
    // Anyone who comes anew begins anew, and Back leads to where they were.
    await page.goto("/");
    await page.getByRole("link", { name: "Sign in", exact: true }).click();
    await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    await page.goBack();
    await page.getByRole("link", { name: "Create account" }).waitFor();
    await page.goBack();
    await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 2));
    await page.getByLabel("New password").fill("velvet anchor ladder");
    await page.getByRole("button", { name: "Set password" }).click();
    await page.getByRole("heading", { name: "Profile" }).waitFor();
  },
);

journey(
  "goes on after a reload in the second step and in setting up e-mail, and asks before codes are lost",
  async ({ page }) => {
    const person = somebody("dropped");
    await openSecurity(page, person);
    const app = authenticatorWith(await openAppSetUp(page));
    const kept = await page.evaluate(() => JSON.stringify({ ...sessionStorage, ...localStorage }));
    expect(kept).not.toMatch(/secret|otpauth/);
    await page.getByLabel("6-digit code").fill(await app.nextCode());
    await page.getByRole("heading", { name: "Save your recovery codes" }).waitFor();
    const asked = page.waitForEvent("dialog");
    const leaving = page.reload().catch(() => {});
    const question = await asked;
    expect(question.type()).toBe("beforeunload");
    await question.dismiss();
    await leaving;
    await saveRecoveryCodes(page);
    await page.getByRole("button", { name: /^E-mail/ }).click();
    await page.getByLabel("6-digit code").waitFor();
    await page.reload();
    await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 2));
    await page.getByText("E-mail has been added.").waitFor();

    await signOut(page);
    await startSignIn(page, person);
    await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
    await page.reload();
    await page.getByLabel("6-digit code").fill(await app.nextCode());
    await page.getByRole("heading", { name: "Profile" }).waitFor();
  },
);
