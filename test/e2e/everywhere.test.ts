import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { type Beside, besideJourney } from "./support/beside.ts";
import { look } from "./support/look.ts";
import { screens } from "./support/screens.ts";

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

async function addAccount(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Paste a link" }).click();
  await page.getByLabel("Link", { exact: true }).fill(`otpauth://totp/GitHub:ana?secret=${secret}&issuer=GitHub`);
  await page.getByRole("button", { name: "Save code" }).click();
  await page.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
}

const clipboardOf = (page: Page) => page.evaluate(async () => await navigator.clipboard.readText());

/** Lets the alarm come now that would come in a minute, and the document that looks into the clipboard come and go. */
async function aMinuteLater({ background, context }: Beside): Promise<void> {
  const alarms = await background.evaluate(async () => await chrome.alarms.getAll());
  const left = (alarms.find(({ name }) => name === "clear-clipboard")?.scheduledTime ?? 0) - Date.now();
  expect(left / 1000).toSatisfy((seconds: number) => seconds > 40 && seconds <= 60);
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error("the browser has no protocol session of its own");
  let lookedBy: string | undefined;
  const hasLooked = new Promise<void>((resolve) => {
    browser.on("Target.targetInfoChanged", ({ targetInfo: { targetId, url } }) => {
      if (url.endsWith("/offscreen.html")) lookedBy = targetId;
    });
    browser.on("Target.targetDestroyed", ({ targetId }) => {
      if (targetId === lookedBy) resolve();
    });
  });
  await browser.send("Target.setDiscoverTargets", { discover: true, filter: [{}] });
  await background.evaluate(async () => await chrome.alarms.create("clear-clipboard", { when: Date.now() }));
  await hasLooked;
  await browser.detach();
}

besideJourney("clears a copied code after a minute, where the clipboard still holds it", async ({ beside }) => {
  const page = await beside.screens();
  await addAccount(page);
  const copy = page.getByRole("listitem").getByRole("button", { name: /Copy$/ });
  await copy.click();
  await page.getByText("Clear copied codes after a minute?").waitFor();
  await look(page, "popup-clearing-offer");
  await page.getByRole("button", { name: "Turn on" }).click();
  await page.getByText("Clear copied codes").waitFor({ state: "detached" });

  await copy.click();
  await page.getByRole("status").filter({ hasText: "Copied the GitHub code" }).waitFor();
  expect(await clipboardOf(page)).toMatch(/^\d{6}$/);
  await aMinuteLater(beside);
  expect(await clipboardOf(page)).toBe("");

  await copy.click();
  await expect.poll(() => clipboardOf(page)).toMatch(/^\d{6}$/);
  await page.evaluate(async () => await navigator.clipboard.writeText("something of the person's"));
  await aMinuteLater(beside);
  expect(await clipboardOf(page)).toBe("something of the person's");
});

besideJourney(
  "tells by the service's own answers that the clock is wrong, and corrects the codes",
  async ({ beside }) => {
    const page = await beside.screens();
    await addAccount(page);
    await page.evaluate(async () => {
      await chrome.runtime.sendMessage({
        name: "callService",
        ask: { path: "/v1/session", method: "GET", headers: {} },
      });
    });
    const measured = await page.evaluate(
      async () => (await chrome.storage.session.get<{ clock: { aheadMs: number; errorMs: number } }>("clock")).clock,
    );
    expect(Math.abs(measured.aheadMs)).toBeLessThanOrEqual(measured.errorMs + 1000);
    expect(await page.getByText(/This computer's clock/).count()).toBe(0);

    await page.evaluate(async () => await chrome.storage.session.set({ clock: { aheadMs: 95_000, errorMs: 600 } }));
    await page.getByText("This computer's clock is 95 seconds behind your Latchkey service.").waitFor();
    await look(page, "popup-clock-wrong");
    await page.getByRole("button", { name: "Correct the codes" }).click();
    await page.getByText("Codes are made by the service's clock.").waitFor();
    const codeIn95Seconds = () =>
      execFileSync("oathtool", ["--totp", "--base32", "--now", `@${Math.floor(Date.now() / 1000) + 95}`, secret])
        .toString()
        .trim();
    await expect
      .poll(async () => ((await page.getByRole("listitem").textContent()) ?? "").replace(/\s/gu, ""))
      .toContain(codeIn95Seconds());
    // Still so when it opens again.
    await page.reload();
    await page.getByText("Codes are made by the service's clock.").waitFor();
  },
);

besideJourney("shows the same screens in a tab, in the side panel and in high contrast", async ({ beside }) => {
  const page = await beside.screens("#in=page");
  await addAccount(page);
  await page.setViewportSize({ width: 1100, height: 760 });
  await look(page, "page-codes");
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByText("Fills the code into the page").waitFor();
  await look(page, "page-settings");

  const panel = await beside.visit(page.url().replace(/popup\.html.*/, "sidepanel.html"));
  await panel.setViewportSize({ width: 320, height: 800 });
  await panel.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
  await look(panel, "panel-codes");
  await panel.getByRole("button", { name: "Add code" }).click();
  await panel.getByLabel("Link", { exact: true }).waitFor();
  await look(panel, "panel-add");
  await panel.getByRole("button", { name: "Settings" }).click();
  await panel.getByText("Fills the code into the page").waitFor();
  await look(panel, "panel-settings");

  const popup = await beside.screens();
  await popup.emulateMedia({ forcedColors: "active", colorScheme: "dark" });
  await popup.getByRole("listitem").first().waitFor();
  await popup.screenshot({ path: `${screens}/contrast-codes.png` });
  await popup.getByRole("button", { name: "Add code" }).click();
  await popup.getByLabel("Link", { exact: true }).waitFor();
  await popup.screenshot({ path: `${screens}/contrast-add.png` });
});

besideJourney("opens a first-run page once, with three steps", async ({ beside }) => {
  const somewhere = await beside.screens();
  const page = await beside.visit(somewhere.url().replace("popup.html", "welcome.html"));
  await page.getByRole("heading", { name: "Your sign-in codes, in your browser" }).waitFor();
  expect(await page.getByRole("listitem").count()).toBe(3);
  await page.getByText("Alt+Shift+F").waitFor();
  await page.setViewportSize({ width: 1100, height: 800 });
  await look(page, "welcome-page");
  await page.setViewportSize({ width: 400, height: 900 });
  await look(page, "welcome-page-narrow");
  await page.getByRole("link", { name: "Add your first code" }).click();
  await page.getByRole("heading", { name: "Add code", level: 2 }).waitFor();
});
