import type { Page } from "playwright-core";
import { expect, inject } from "vitest";
import { saveRecoveryCodes, somebody } from "./support/account.ts";
import { addAccount, setPassphrase, unlock } from "./support/codes.ts";
import { openSecurity, signOut, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const passphrase = "a quiet harbour at dawn";
const useThisBrowser = { name: "Use this browser" };

/** Opens the set-up of an app on the service's page, in the browser of the popup. */
async function openSetUp(popup: Page, name: string): Promise<{ page: Page; email: string }> {
  const page = await popup.context().newPage();
  await page.setViewportSize({ width: 1000, height: 800 });
  const person = somebody(name);
  await openSecurity(page, person);
  await page.getByRole("button", { name: /^Authenticator app/ }).click();
  await page.getByRole("button", useThisBrowser).waitFor();
  return { page, email: person.email };
}

/** Presses the button on the page; answers the extension's window that it opens. */
async function press(page: Page): Promise<Page> {
  const opened = page.context().waitForEvent("page");
  await page.getByRole("button", useThisBrowser).click();
  const window = await opened;
  await window.setViewportSize({ width: 380, height: 600 });
  return window;
}

journey("keeps a page's key once its owner has said yes, and its codes sign them in", async ({ popup }) => {
  const { page, email } = await openSetUp(popup, "handing");
  await look(page, "app-set-up-this-browser");
  const refused = await press(page);
  await refused.getByText(new URL(inject("serviceAddress")).host).waitFor();
  await refused.getByText(email).waitFor();
  await look(refused, "handed-key");
  // What a page opens has the focus where a key that is just being pressed does nothing.
  const refuse = refused.getByRole("button", { name: "Don't save" });
  expect(await refuse.evaluate((button) => button === document.activeElement)).toBe(true);
  await refuse.click();
  await page.getByText("The key couldn't be saved in this browser").waitFor();

  const closed = await press(page);
  await closed.close();
  await page.getByText("The key couldn't be saved in this browser").waitFor();

  const asked = await press(page);
  await asked.getByRole("button", { name: "Save code" }).click();
  await saveRecoveryCodes(page);
  await page.getByText("On", { exact: true }).waitFor();
  await signOut(page);

  await popup.bringToFront();
  const row = popup.getByRole("listitem").filter({ hasText: email });
  await startSignIn(page, { email, password: "a quiet harbour at dawn" });
  await page.getByLabel("6-digit code").waitFor();
  await row.getByRole("button", { name: /Copy$/ }).click();
  await popup.getByRole("status").filter({ hasText: "Copied the Latchkey code" }).waitFor();
  await page.getByLabel("6-digit code").fill(await popup.evaluate(() => navigator.clipboard.readText()));
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});

journey("asks for the passphrase before a page's key is kept", async ({ popup }) => {
  await addAccount(popup, "GitHub", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
  await setPassphrase(popup, passphrase);
  await popup.getByRole("button", { name: "Lock now" }).click();
  const { page, email } = await openSetUp(popup, "handing-locked");
  const asked = await press(page);
  await asked.getByRole("heading", { name: "Your codes are locked" }).waitFor();
  await unlock(asked, passphrase);
  await asked.getByText(email).waitFor();
  await asked.getByRole("button", { name: "Save code" }).click();
  await saveRecoveryCodes(page);
});

journey(
  "takes a key out again that the service does not accept, and keeps none for a page that is gone",
  async ({ popup }) => {
    const { page, email } = await openSetUp(popup, "handing-refused");
    await page.route("**/v1/account/two-factor/app/*/confirm", (route) =>
      route.fulfill({
        status: 422,
        contentType: "application/problem+json",
        body: JSON.stringify({ type: "", title: "", status: 422, detail: "", code: "code_expired", requestId: "x" }),
      }),
    );
    const asked = await press(page);
    await asked.getByRole("button", { name: "Save code" }).click();
    await page.getByRole("alert").filter({ hasText: /./ }).first().waitFor();
    await popup.getByRole("heading", { name: "No codes yet" }).waitFor();
    expect(await popup.getByText(email).count()).toBe(0);

    const waiting = await press(page);
    await waiting.getByText(email).waitFor();
    const gone = waiting.waitForEvent("close");
    await page.reload();
    await gone;
  },
);

journey("answers no other site, no other frame, and no ask that is none", async ({ popup }) => {
  const { page } = await openSetUp(popup, "handing-strangers");
  const id = new URL(popup.url()).host;
  const ask = (from: Page, message: unknown) =>
    from.evaluate(
      async ({ to, said }) => {
        const runtime = (globalThis as { chrome?: { runtime?: typeof chrome.runtime } }).chrome?.runtime;
        if (!runtime?.connect) return "no line";
        return await new Promise<unknown>((resolve) => {
          const port = runtime.connect(to, { name: "latchkey-page" });
          port.onDisconnect.addListener(() => resolve([runtime.lastError, "ended"][1]));
          port.onMessage.addListener(resolve);
          port.postMessage(said);
        });
      },
      { to: id, said: message },
    );
  expect(await ask(page, { ask: "are_you_there" })).toEqual({ answer: "here" });
  const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  const counted = { ask: "keep_key", methodId: "m", uri: `otpauth://hotp/Bank:ana?secret=${key}&counter=1` };
  expect(await ask(page, counted)).toEqual({ answer: "no" });
  expect(await ask(page, { ask: "drop_key", ticket: crypto.randomUUID() })).toEqual({ answer: "no" });
  const stranger = await popup.context().newPage();
  await stranger.goto(inject("siteAddress"));
  expect(await ask(stranger, { ask: "are_you_there" })).toBe("no line");
});
