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
import { type Authenticator, authenticatorWith } from "./support/authenticator.ts";
import { openSecurity } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const site = inject("siteAddress");
const crossSite = site.replace("localhost", "127.0.0.1");

async function sendMoney(page: Page, to: string, amount: string): Promise<void> {
  await page.getByLabel("To", { exact: true }).fill(to);
  await page.getByLabel("Amount").fill(amount);
  await page.getByRole("button", { name: "Send" }).click();
}

/** Somebody with an app as their second step; the browser knows nothing of them any more. */
async function signUpWithApp(page: Page, person: Somebody): Promise<Authenticator> {
  await openSecurity(page, person);
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(page);
  await page.getByText("On: authenticator app.").waitFor();
  await page.context().clearCookies();
  return app;
}

journey(
  "signs in by the element of a bank's page, which wants two-factor on and a code for each transfer",
  async ({ page }) => {
    const person = somebody("saver");
    await page.goto(site);
    await page.getByRole("button", { name: "Create an account" }).click();
    await createAccount(page, person);
    await page.getByText("£500.00").waitFor();
    await sendMoney(page, "Chandlery", "20");
    await page.getByText("You are sending £20.00 to Chandlery.").waitFor();
    await page.getByLabel("Password", { exact: true }).fill(person.password);
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("Sending money takes two-factor authentication.").waitFor();
    const app = authenticatorWith(await openAppSetUp(page));
    await page.getByLabel("6-digit code").fill(await app.nextCode());
    await saveRecoveryCodes(page);

    await sendMoney(page, "Chandlery", "20");
    await page.getByRole("dialog").waitFor();
    await look(page, "example-element-proof");
    await page.getByLabel("6-digit code").fill(await app.nextCode());
    await page.getByText("Sent to Chandlery.").waitFor();
    await page.getByText("£480.00").waitFor();
    await look(page, "example-element");
  },
);

journey(
  "signs in by a bank's own form on another site, where cookies do not go along",
  async ({ page, consoleWatch }) => {
    const person = somebody("crosser");
    const app = await signUpWithApp(page, person);
    await page.goto(`${crossSite}/own`);
    await look(page, "example-own-password");
    await typePassword(page, person);
    await page.getByLabel("The 6-digit code from your app").fill("000000");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("Tries left: 4.").waitFor();
    await look(page, "example-own-code");
    await page.getByLabel("The 6-digit code from your app").fill(await app.nextCode());
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("£500.00").waitFor();
    expect(await page.context().cookies()).toEqual([]);
    // The token is the tab's: it is still there after a reload.
    await page.reload();
    await page.getByText("£500.00").waitFor();

    await sendMoney(page, "Sailmaker", "12.50");
    await page.getByText("You are sending £12.50 to Sailmaker.").waitFor();
    await look(page, "example-own-proof");
    await page.getByLabel("The 6-digit code from your app").fill(await app.nextCode());
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("Sent to Sailmaker.").waitFor();
    await page.getByText("£487.50").waitFor();
    await look(page, "example-own");

    // Ended from elsewhere, as from the list of where somebody is signed in.
    const token = await page.evaluate(
      (service) => sessionStorage.getItem(`latchkey ${service}`),
      inject("serviceAddress"),
    );
    const ended = await fetch(`${inject("serviceAddress")}/v1/session`, {
      method: "DELETE",
      headers: { Authorization: `Bearer ${token}` },
    });
    expect(ended.status).toBe(204);
    await sendMoney(page, "Sailmaker", "1");
    await page.getByText("Your session has ended. Sign in again.").waitFor();

    // A third origin is refused, whatever it carries.
    consoleWatch.allow(/has been blocked by CORS policy|net::ERR_FAILED/);
    await page.goto(`${site.replace("localhost", "stranger.localhost")}/own`);
    await typePassword(page, person);
    await page.getByText("There is no connection right now.").waitFor();
  },
);
