import { expect } from "vitest";
import { createAccount, somebody } from "./support/account.ts";
import { openSecurity, signOut, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const otherTitle = "Signed in as someone else";

journey(
  "S4c a tab that was about to delete the first person deletes nobody, and says who is signed in",
  async ({ page }) => {
    const [ana, ben] = [somebody("ana-of-two"), somebody("ben-of-two")];
    await openSecurity(page, ana);
    // So that the red button is all that is left between the question and the deed.
    await page.getByRole("button", { name: "Download" }).click();
    const download = page.waitForEvent("download");
    await page.getByRole("dialog").getByRole("textbox", { name: "Password", exact: true }).fill(ana.password);
    await page.keyboard.press("Enter");
    await download;
    await page.getByRole("button", { name: "Delete account" }).click();
    const dialog = page.getByRole("dialog", { name: "Delete this account?" });
    await dialog.getByLabel("Enter the e-mail of this account").fill(ana.email);

    const other = await page.context().newPage();
    await signOut(other);
    await other.goto("/create-account");
    await createAccount(other, ben);
    await other.getByRole("heading", { name: "Profile" }).waitFor();

    await dialog.getByRole("button", { name: "Delete account" }).click();
    await page.getByRole("heading", { name: otherTitle }).waitFor();
    await page.getByText(ben.email).waitFor();
    expect(await page.getByText(ana.email).count()).toBe(0);
    await look(page, "other-account");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByRole("heading", { name: "Two-factor authentication" }).waitFor();

    for (const person of [ben, ana]) {
      await signOut(page);
      await startSignIn(page, person);
      await page.getByRole("heading", { name: "Profile" }).waitFor();
    }
  },
);

journey("S4c a tab says whose account it is when somebody comes back to it, and Back shows none", async ({ page }) => {
  const [ana, ben] = [somebody("ana-comes-back"), somebody("ben-comes-back")];
  await openSecurity(page, ana);
  const other = await page.context().newPage();
  await signOut(other);
  await other.goto("/create-account");
  await createAccount(other, ben);
  await other.getByRole("heading", { name: "Profile" }).waitFor();
  await page.evaluate(() => dispatchEvent(new Event("focus")));
  await page.getByRole("heading", { name: otherTitle }).waitFor();

  await signOut(other);
  await other.goBack();
  await other.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  expect(await other.getByText(ben.email).count()).toBe(0);
});

journey("S4c a page that a browser kept for Back shows nothing before it has asked", async ({ page }) => {
  const ana = somebody("ana-goes-back");
  await openSecurity(page, ana);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  expect(await page.locator("body").isVisible()).toBe(false);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await page.getByRole("heading", { name: "Two-factor authentication" }).waitFor();

  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pagehide", { persisted: true })));
  const other = await page.context().newPage();
  await signOut(other);
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent("pageshow", { persisted: true })));
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
});
