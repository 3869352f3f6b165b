import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { orThrow } from "../../shared/client/error.ts";
import { createLatchkey } from "../../shared/client/latchkey.ts";
import {
  createAccount,
  openAppSetUp,
  type Somebody,
  saveRecoveryCodes,
  somebody,
  typePassword,
} from "./support/account.ts";
import { type Authenticator, authenticatorWith } from "./support/authenticator.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedCode } from "./support/mailbox.ts";

const service = inject("serviceAddress");
/** As localhost it is of the service's site, as 127.0.0.1 it is another one. */
const site = inject("siteAddress");
const crossSite = site.replace("localhost", "127.0.0.1");

/** Somebody who has an account with an app as its second step, and has never been in this browser. */
async function somebodyWithApp(name: string): Promise<{ person: Somebody; app: Authenticator }> {
  const person = somebody(name);
  const latchkey = createLatchkey({ service, session: "bearer" });
  const { verification } = await orThrow(latchkey.account.create(person));
  await orThrow(latchkey.account.verify({ id: verification.id, code: await mailedCode(person.email) }));
  const { id, secret } = await orThrow(latchkey.twoFactor.enrolApp());
  const app = authenticatorWith(secret);
  await orThrow(latchkey.twoFactor.confirmApp(id, await app.nextCode()));
  return { person, app };
}

async function sendMoney(page: Page, to: string, amount: string): Promise<void> {
  await page.getByLabel("To", { exact: true }).fill(to);
  await page.getByLabel("Amount").fill(amount);
  await page.getByRole("button", { name: "Send" }).click();
}

/** What the bank's server says to a script that asks for no code and sends money all the same. */
async function sendAroundThePage(page: Page): Promise<[status: number, why: string]> {
  return await page.evaluate(async (address) => {
    const json = { "Content-Type": "application/json" };
    const body = JSON.stringify({ aud: "little-harbour" });
    const issued = await fetch(`${address}/v1/token`, { method: "POST", credentials: "include", headers: json, body });
    const { token } = await issued.json();
    const response = await fetch("/api/transfers", {
      method: "POST",
      headers: { ...json, Authorization: `Bearer ${token}` },
      body: JSON.stringify({ to: "Smuggler", amount: "20" }),
    });
    return [response.status, (await response.json()).why];
  }, service);
}

journey("signs in by the element in a bank's page, which asks for a code before money leaves", async ({ page }) => {
  const person = somebody("saver");
  await page.goto(site);
  await page.getByRole("button", { name: "Create an account" }).click();
  await createAccount(page, person);
  await page.getByText("£500.00").waitFor();
  await sendMoney(page, "Chandlery", "20");
  await page.getByText("Sending money takes two-factor authentication.").waitFor();
  expect(await sendAroundThePage(page)).toEqual([403, "second_step"]);
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(page);

  await sendMoney(page, "Chandlery", "20");
  await page.getByText("You are sending £20.00 to Chandlery.").waitFor();
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByText("Sent to Chandlery.").waitFor();
  await page.getByText("£480.00").waitFor();
  await look(page, "example-element");
});

journey(
  "signs in by a bank's own form on another site, where cookies do not go along",
  async ({ page, consoleWatch }) => {
    const { person, app } = await somebodyWithApp("crosser");
    await page.goto(`${crossSite}/own`);
    await typePassword(page, person);
    const code = page.getByLabel("The 6-digit code from your app");
    await code.fill("000000");
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("Tries left: 4.").waitFor();
    await look(page, "example-own-code");
    await code.fill(await app.nextCode());
    await page.getByRole("button", { name: "Continue" }).click();
    await page.getByText("£500.00").waitFor();
    expect(await page.context().cookies()).toEqual([]);
    // The token is the tab's: it is still there after a reload.
    await page.reload();

    await sendMoney(page, "Sailmaker", "12.50");
    await page.getByText("You are sending £12.50 to Sailmaker.").waitFor();
    await code.last().fill(await app.nextCode());
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("Sent to Sailmaker.").waitFor();
    await page.getByText("£487.50").waitFor();

    // Ended from elsewhere, as from the list of where somebody is signed in.
    const token = await page.evaluate((address) => sessionStorage.getItem(`latchkey ${address}`), service);
    const elsewhere = createLatchkey({ service, session: "bearer", token: token ?? "" });
    expect(await elsewhere.session.end()).toMatchObject({ ok: true });
    await sendMoney(page, "Sailmaker", "1");
    await page.getByText("Your session has ended. Sign in again.").waitFor();

    // A third origin is refused, whoever asks from it.
    consoleWatch.allow(/has been blocked by CORS policy|net::ERR_FAILED/);
    await page.goto(`${site.replace("localhost", "stranger.localhost")}/own`);
    await typePassword(page, person);
    await page.getByText("There is no connection right now.").waitFor();
  },
);

journey("signs in at the service and comes back, and once more for a transfer, by openid-client", async ({ page }) => {
  const { person, app } = await somebodyWithApp("returner");
  await page.goto(`${site}/redirect`);
  await page.getByRole("link", { name: "Sign in with Latchkey" }).click();
  await typePassword(page, person);
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByText("£500.00").waitFor();
  expect(page.url()).toBe(`${site}/redirect`);

  // Signed in a moment ago, and asked all the same: `max_age=0`.
  await sendMoney(page, "Boatyard", "99.90");
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByText("Sent.").waitFor();
  await page.getByText("£400.10").waitFor();
  await look(page, "example-redirect");
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("link", { name: "Sign in with Latchkey" }).waitFor();
});
