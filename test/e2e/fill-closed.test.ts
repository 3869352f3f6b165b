import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type Beside, besideJourney } from "./support/beside.ts";
import { setPassphrase } from "./support/codes.ts";
import { addAccounts, askOnField, pressShortcut, promised, saidIn } from "./support/filling.ts";
import { formPages } from "./support/form-pages.ts";
import { type PageServer, servePages } from "./support/page-server.ts";

let server: PageServer;

beforeAll(async () => {
  server = await servePages(formPages);
});
afterAll(() => server.stop());

/** Whatever a vault is closed by, and what the window says to who wants a code of it. */
const closings: Record<string, { close: (beside: Beside) => Promise<void>; says: string }> = {
  "the codes are locked": { close: lock, says: "Your codes are locked" },
  "an organization requires a passphrase and there is none": {
    close: requirePassphrase,
    says: "Set a passphrase first",
  },
};

async function lock({ screens }: Beside): Promise<void> {
  const page = await screens("#in=page");
  await setPassphrase(page, "a quiet harbour at dawn");
  await page.getByRole("button", { name: "Lock now" }).click();
  await page.getByText("Unlock your codes to change this.").waitFor();
  await page.close();
}

/** What an administrator's policy would answer, to windows and to the background; a policy is of the machine, not of a profile. */
async function requirePassphrase({ background, context }: Beside): Promise<void> {
  const set = () => {
    if (location.protocol !== "chrome-extension:") return;
    chrome.storage.managed.get = (async () => ({ passphraseRequired: true })) as typeof chrome.storage.managed.get;
  };
  await context.addInitScript(set);
  await background.evaluate(set);
}

/** Each of the ways in which a person asks for a code in a page. */
const ways: Record<string, (beside: Beside, page: Page) => Promise<unknown>> = {
  "the shortcut": pressShortcut,
  "the context menu": (beside, page) => askOnField(beside, page, page.locator("input")),
  "the popup": (beside, page) => beside.windowBeside(page, "fill"),
};

for (const [why, { close, says }] of Object.entries(closings)) {
  besideJourney(`E7 gives no code to a page while ${why}`, async ({ beside }) => {
    await addAccounts(beside, "localhost");
    const page = await beside.visit(`${server.site}/one-time-code`);
    // It goes there by itself, as long as nothing stands against it.
    await pressShortcut(beside, page);
    await expect.poll(() => page.locator("input").inputValue()).toMatch(/^\d{6}$/);
    await page.reload();

    await close(beside);
    for (const [way, ask] of Object.entries(ways)) {
      const opened = beside.context.waitForEvent("page");
      await ask(beside, page);
      const window = await opened;
      // A window that the browser opens by itself hears of the policy with its next load.
      await window.reload();
      await window.getByRole("heading", { name: says }).waitFor();
      expect(await page.locator("input").inputValue(), way).toBe("");
      expect(await promised(beside), way).toBeUndefined();
      await window.close();
    }
  });

  besideJourney(`E7 gives no code that was promised before: ${why}`, async ({ beside }) => {
    await addAccounts(beside, "localhost");
    const page = await beside.visit(`${server.site}/ambiguous`);
    await pressShortcut(beside, page);
    await expect.poll(() => promised(beside)).toBeDefined();
    await close(beside);
    await page.bringToFront();
    await page.locator("input").first().click();
    await expect.poll(() => saidIn(page)).toContain("didn't accept");
    for (const field of await page.locator("input").all()) expect(await field.inputValue()).toBe("");
  });
}
