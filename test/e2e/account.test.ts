import { expect } from "vitest";
import { somebody, typePassword } from "./support/account.ts";
import { openSecurity, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedCode } from "./support/mailbox.ts";

journey("creates an account with the code from the mailbox page", async ({ page, anotherBrowser }) => {
  const person = somebody("first");
  await page.goto("/");
  await look(page, "welcome");
  await page.getByRole("link", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Create your account" }).waitFor();

  await page.getByLabel("E-mail").fill(person.email);
  await page.getByRole("textbox", { name: "Password", exact: true }).fill("password1");
  await page.getByText(/too easy to guess/).waitFor();
  await look(page, "create-account-weak-password");
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("alert").filter({ hasText: "too easy to guess" }).waitFor();
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(person.password);
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
  await page.getByRole("alert").filter({ hasText: "too easy to guess" }).waitFor();
  const next = "velvet anchor ladder";
  await page.getByLabel("New password").fill(next);
  await page.getByText(/(Strong|Very strong)\./).waitFor();
  await look(page, "change-password");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByText("Your password has been changed.").waitFor();
  await look(page, "password-changed");

  await elsewhere.reload();
  await elsewhere.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
  await typePassword(elsewhere, person);
  await elsewhere.getByText("That e-mail and password don't match an account.").waitFor();
  await look(elsewhere, "sign-in-wrong-password");
  await typePassword(elsewhere, { ...person, password: next });
  await elsewhere.getByRole("heading", { name: "Profile" }).waitFor();
});

journey("says when the server has ended the session, and keeps what was typed", async ({ page, anotherBrowser }) => {
  const person = somebody("ended");
  await openSecurity(page, person);
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByLabel("New password").fill("velvet anchor ladder");

  const elsewhere = await anotherBrowser();
  await startSignIn(elsewhere, person);
  await elsewhere.getByRole("heading", { name: "Profile" }).waitFor();
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
