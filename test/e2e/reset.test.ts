import { expect } from "vitest";
import { openAppSetUp, saveRecoveryCodes, somebody, typePassword } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { openSecurity, signOut, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedCode, mailsTo } from "./support/mailbox.ts";

const next = "velvet anchor ladder";

journey("sets a new password by e-mail, and is still asked for the app's code", async ({ page }) => {
  const person = somebody("forgetful");
  await openSecurity(page, person);
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  const [recoveryCode = ""] = await saveRecoveryCodes(page);
  await signOut(page);

  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await look(page, "reset");
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByRole("heading", { name: "Check your e-mail" }).waitFor();
  const code = await mailedCode(person.email, 2);
  await page.getByLabel("6-digit code").fill(code);
  await page.getByLabel("New password").fill("password");
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("alert").filter({ hasText: "too easy to guess" }).waitFor();
  await look(page, "reset-refused");
  await page.getByLabel("New password").fill(next);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
  await page.getByRole("button", { name: "Try another way" }).click();
  expect(await page.getByRole("button", { name: "Get a code by e-mail" }).count()).toBe(0);
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(recoveryCode);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await page.goto("/profile/security");
  await page.getByText("9 of 10 left").waitFor();
  await page.getByRole("button", { name: "Make new codes" }).click();
  await page.getByRole("dialog", { name: "Make new recovery codes?" }).waitFor();
  await look(page, "renew-recovery-codes");
  await page
    .getByRole("dialog")
    .getByLabel("6-digit code")
    .fill(await app.nextCode());
  await page.getByRole("dialog").getByRole("button", { name: "Make new codes" }).click();
  expect(await saveRecoveryCodes(page)).not.toContain(recoveryCode);
  await page.getByText("10 of 10 left").waitFor();
  await signOut(page);
  await startSignIn(page, person);
  await page.getByText("That e-mail and password don't match an account.").waitFor();
});

journey("waits for a day where e-mail is the only second step, and can be stopped from the mail", async ({ page }) => {
  const person = somebody("eve");
  await openSecurity(page, person);
  await page.getByRole("button", { name: /^E-mail/ }).click();
  await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 2));
  await saveRecoveryCodes(page);
  await signOut(page);

  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 3));
  await page.getByLabel("New password").fill(next);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("heading", { name: "Your new password has to wait" }).waitFor();
  await look(page, "reset-waits");

  const links = async () =>
    (await mailsTo(person.email)).flatMap(({ text }) => /http\S+\/stop-reset\S+/.exec(text)?.[0] ?? []);
  await expect.poll(links, { timeout: 10_000 }).toHaveLength(1);
  await page.goto((await links())[0] ?? "");
  await look(page, "stop-reset");
  await page.getByRole("button", { name: "Stop the reset" }).click();
  await page.getByText(/The reset is stopped/).waitFor();
  await page.goto((await links())[0] ?? "");
  await page.getByRole("heading", { name: "This link no longer works" }).waitFor();
  expect(await page.getByRole("button", { name: "Stop the reset" }).count()).toBe(0);
  await look(page, "stop-reset-expired");
  await page.getByRole("link", { name: "Set a new password" }).click();
  await page.getByRole("button", { name: "Send the code" }).waitFor();
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code we e-mailed you" }).waitFor();
});

journey("remembers this browser when asked, until the person forgets it", async ({ page, anotherBrowser }) => {
  const person = somebody("regular");
  await openSecurity(page, person);
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(page);
  await signOut(page);
  await startSignIn(page, person);
  await page.getByLabel("Remember this browser for 30 days").check();
  await look(page, "second-step-remember");
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Profile" }).waitFor();
  const elsewhere = await anotherBrowser();
  await startSignIn(elsewhere, person);
  await elsewhere.getByRole("heading", { name: "Enter the code from your app" }).waitFor();

  await page.goto("/profile/security");
  await page.getByRole("heading", { name: "Remembered browsers" }).waitFor();
  await page.getByRole("list", { name: "Remembered browsers" }).getByText("This browser").waitFor();
  await look(page, "remembered-browsers");
  await page.getByRole("button", { name: /^Remove Chrome on Linux/ }).click();
  await page.getByText("Chrome on Linux will be asked for a code next time.").waitFor();
  await signOut(page);
  await startSignIn(page, person);
  await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
});

journey("slows down after wrong passwords, and counts the wait down", async ({ page }) => {
  const person = somebody("guessed");
  await openSecurity(page, person);
  await signOut(page);
  await page.goto("/sign-in");
  const slowed = page.getByText(/Too many tries\. Try again in/);
  for (let tries = 0; tries < 12 && (await slowed.count()) === 0; tries++) {
    await typePassword(page, { ...person, password: `wrong ${tries}` });
    await expect
      .poll(
        async () =>
          (await page.getByRole("button", { name: "Sign in", exact: true }).getAttribute("aria-busy")) === null,
      )
      .toBe(true);
  }
  await slowed.waitFor();
  await look(page, "sign-in-slowed-down");
  expect(await page.getByRole("button", { name: "Sign in", exact: true }).isDisabled()).toBe(true);
});
