import { readFile } from "node:fs/promises";
import { expect } from "vitest";
import { saveRecoveryCodes, somebody, typePassword } from "./support/account.ts";
import { openSecurity, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedCode, mailsTo } from "./support/mailbox.ts";

journey("sees where the account is signed in, ends one place, then all others", async ({ page, anotherBrowser }) => {
  const person = somebody("places");
  await openSecurity(page, person);
  const [second, third] = [await anotherBrowser(), await anotherBrowser()];
  for (const other of [second, third]) {
    await startSignIn(other, person);
    await other.getByRole("heading", { name: "Profile" }).waitFor();
  }
  await page.reload();
  const sessions = page.getByRole("list", { name: "Sessions" }).getByRole("listitem");
  await expect.poll(() => sessions.count()).toBe(3);
  // This browser comes first.
  await sessions.first().getByText("This browser", { exact: true }).waitFor();
  await look(page, "places");
  await page.getByRole("button", { name: "Sign out Chrome on Linux" }).first().click();
  await page.getByText("Chrome on Linux has been signed out.").waitFor();
  await expect.poll(() => sessions.count()).toBe(2);
  await page.getByRole("button", { name: "Sign out everywhere else" }).click();
  await page.getByText("You're signed out everywhere else.").waitFor();
  await page.getByText("You're not signed in anywhere else.").waitFor();
  for (const other of [second, third]) {
    await other.reload();
    await other.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
  }

  await page.getByRole("button", { name: "See all: Recent activity" }).click();
  const activity = page.getByRole("list", { name: "Recent activity" });
  await activity.getByText("All other sessions were ended").waitFor();
  await activity.getByText("The account was created").waitFor();
  await look(page, "activity");
});

journey("changes the e-mail, and undoes it from the old address", async ({ page, anotherBrowser }) => {
  const person = somebody("moving");
  const next = somebody("moved").email;
  await openSecurity(page, person);
  await page.getByRole("button", { name: "Change e-mail" }).click();
  await page.getByLabel("New e-mail").fill("nowhere");
  await page.getByRole("button", { name: "Send the code" }).click();
  // A sign-in is no step-up: the password is asked for first where there is no second factor.
  await page.getByText("Enter the new address, such as ana@example.com.").waitFor();
  await page.getByLabel("New e-mail").fill(next);
  await look(page, "change-email");
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByRole("dialog").getByRole("textbox", { name: "Password", exact: true }).fill(person.password);
  await look(page, "step-up-password");
  await page.getByRole("dialog").getByRole("button", { name: "Confirm" }).click();
  await page.getByText(`Enter the 6-digit code we sent to ${next}.`).waitFor();
  await page.getByLabel("6-digit code").fill(await mailedCode(next));
  await look(page, "change-email-code");
  expect(await page.getByText(`Your e-mail is ${next} now.`).count(), "the last digit changes nothing (C8)").toBe(0);
  await page.getByRole("button", { name: "Change e-mail" }).click();
  await page.getByText(`Your e-mail is ${next} now.`).waitFor();
  await look(page, "email-changed");

  const undo = async () =>
    (await mailsTo(person.email)).flatMap(({ text }) => /http\S+\/undo-email\S+/.exec(text)?.[0] ?? []);
  await expect.poll(undo, { timeout: 10_000 }).not.toEqual([]);
  const [link = ""] = await undo();
  const elsewhere = await anotherBrowser();
  await elsewhere.goto(link);
  await elsewhere.getByRole("button").first().waitFor();
  await look(elsewhere, "undo-email");
  await elsewhere.getByRole("main").getByRole("button").click();
  await expect.poll(() => elsewhere.getByRole("main").textContent()).toMatch(/Your address is back/);
  await look(elsewhere, "email-undone");
  await elsewhere.goto(link);
  await elsewhere.getByRole("heading", { name: "This link no longer works" }).waitFor();
  await page.reload();
  await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
});

journey("says it wasn't them, and everything is locked until a new password", async ({ page, anotherBrowser }) => {
  const person = somebody("robbed");
  await openSecurity(page, person);
  const thief = await anotherBrowser();
  await startSignIn(thief, person);
  await thief.getByRole("heading", { name: "Profile" }).waitFor();
  await thief.goto("/profile/security");
  await thief.getByRole("button", { name: "Change password" }).click();
  await thief.getByLabel("Current password").fill(person.password);
  await thief.getByLabel("New password").fill("the thief's own words");
  await thief.getByRole("button", { name: "Change password" }).click();
  await thief.getByText("Your password has been changed.").waitFor();

  const links = async () =>
    (await mailsTo(person.email)).flatMap(({ text }) => /http\S+\/not-me\S+/.exec(text)?.[0] ?? []);
  await expect.poll(links, { timeout: 10_000 }).not.toEqual([]);
  await page.goto((await links())[0] ?? "");
  await page.getByRole("main").getByRole("button").waitFor();
  await look(page, "not-me");
  await page.getByRole("main").getByRole("button").click();
  await expect.poll(() => page.getByRole("main").textContent()).toMatch(/signed out|password/i);
  await look(page, "not-me-done");
  await thief.reload();
  await thief.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
  await typePassword(thief, { ...person, password: "the thief's own words" });
  await thief.getByRole("alert").first().waitFor();
  await look(thief, "sign-in-locked");
});

journey(
  "C8 downloads what is stored, and deletes the account by a code and then the red button alone",
  async ({ page }) => {
    const person = somebody("leaving");
    await openSecurity(page, person);
    await page.getByRole("button", { name: /^E-mail/ }).click();
    await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 2));
    await saveRecoveryCodes(page);

    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Download" }).click();
    await page
      .getByRole("dialog")
      .getByLabel("6-digit code")
      .fill(await mailedCode(person.email, 3));
    const stored = JSON.parse(await readFile(await (await download).path(), "utf8"));
    expect(stored).toMatchObject({ version: 1, account: { email: person.email } });

    await page.getByRole("button", { name: "Delete account" }).click();
    await page.getByRole("dialog", { name: "Delete this account?" }).waitFor();
    await look(page, "delete-account");
    const question = page.getByRole("dialog", { name: "Delete this account?" });
    await question.getByText(person.email).waitFor();
    await question.getByLabel("Enter the e-mail of this account").fill("somebody.else@example.com");
    await question.getByRole("button", { name: "Delete account" }).click();
    await question.getByText("That isn't the e-mail of this account.").waitFor();
    await look(page, "delete-account-other-address");
    await question.getByLabel("Enter the e-mail of this account").fill(person.email);
    await question.getByRole("button", { name: "Delete account" }).click();
    await page.getByRole("link", { name: "Create account" }).waitFor();
    await startSignIn(page, person);
    await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 4));
    await page.getByRole("heading", { name: "This account will be deleted" }).waitFor();
    await look(page, "keep-account");
    await page.getByRole("button", { name: "Keep my account" }).click();
    await page.getByText("Your account stays. It won't be deleted.").waitFor();
  },
);
