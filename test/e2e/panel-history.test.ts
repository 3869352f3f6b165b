import { expect } from "vitest";
import { openAppSetUp, saveRecoveryCodes, somebody } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { openSecurity } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { mailedCode } from "./support/mailbox.ts";

journey(
  "goes back and forth and reloads in every screen of Security, and asks before codes are lost",
  async ({ page }) => {
    const person = somebody("back");
    await openSecurity(page, person);
    const overview = page.getByRole("button", { name: "Change password" });
    const inPlace: [opens: string | RegExp, shows: string][] = [
      ["Change password", "Current password"],
      ["Change e-mail", "New e-mail"],
      ["See all: Recent activity", "Type"],
    ];
    for (const [opens, shows] of inPlace) {
      await page.getByRole("button", { name: opens }).click();
      await page.getByLabel(shows).first().waitFor();
      await page.reload();
      await page.getByLabel(shows).first().waitFor();
      await page.goBack();
      await page.getByLabel(shows).first().waitFor({ state: "detached" });
      await overview.waitFor();
      await page.goForward();
      await page.getByLabel(shows).first().waitFor();
      await page.goBack();
      await overview.waitFor();
    }

    // The key that was scanned is still the one to confirm.
    const key = await openAppSetUp(page);
    await page.goBack();
    await overview.waitFor();
    await page.goForward();
    await page.getByLabel("6-digit code").fill(await authenticatorWith(key).nextCode());
    await page.getByRole("heading", { name: "Save your recovery codes" }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { name: "Leave without saving your codes?" }).waitFor();
    await page.getByRole("button", { name: "Stay" }).click();
    await saveRecoveryCodes(page);
    await overview.waitFor();
    // What is done with lies behind nothing: Forward leads to no code, and Back from here leaves Security.
    await page.goForward();
    await overview.waitFor();
    expect(await page.getByRole("heading", { name: "Save your recovery codes" }).count()).toBe(0);
  },
);

journey("goes on with a mailed code where the clock of the device is an hour ahead", async ({ page }) => {
  const person = somebody("ahead");
  await openSecurity(page, person);
  await page.clock.install({ time: Date.now() + 60 * 60_000 });
  await page.reload();
  await page.getByRole("button", { name: /^E-mail/ }).click();
  await page.getByLabel("6-digit code").waitFor();
  await page.reload();
  await page.getByLabel("6-digit code").fill(await mailedCode(person.email, 2));
  await page.getByRole("heading", { name: "Save your recovery codes" }).waitFor();
});
