import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright-core";
import { expect, inject } from "vitest";
import { copyExtensionWithAnswers } from "./built-extension.ts";
import { closeWelcome, flags, hasFailed, journey, quiet } from "./journey.ts";

/** A browser with pages of sites in it, and the extension's window beside one of them. */
export interface Beside {
  context: BrowserContext;
  background: Worker;
  /** Opens the extension's screens in a tab of their own. */
  screens: (hash?: string) => Promise<Page>;
  /** Opens a page of a site. */
  visit: (address: string) => Promise<Page>;
  /** Opens the extension's window beside a page, after a click on its button. */
  windowBeside: (page: Page, at?: "fill") => Promise<Page>;
  /** Clicks the extension's button on a page, as a person does, which opens that page to it (activeTab). Answers its tab. */
  allow: (page: Page) => Promise<number>;
}

/** A journey beside pages of sites, to which the extension comes by a click alone. */
export const besideJourney = besideWith([]);

/** The same, where the person has let the extension see the service's host, as its passkeys need (decision 086). */
export const besideServiceJourney = besideWith(["http://localhost/*"]);

function besideWith(hosts: string[]) {
  return journey.extend("beside", async ({ launch, consoleWatch, task }, { onCleanup }): Promise<Beside> => {
    const folder = await mkdtemp(join(tmpdir(), "latchkey-beside-"));
    const extension = await copyExtensionWithAnswers(inject("extensionFolder"), join(folder, "extension"), hosts);
    const context = await chromium.launchPersistentContext("", {
      ...launch,
      args: [
        ...flags,
        ...quiet,
        "--enable-unsafe-extension-debugging",
        // Sites that are not of this machine.
        "--host-resolver-rules=MAP *.example 127.0.0.1",
        `--disable-extensions-except=${extension}`,
        `--load-extension=${extension}`,
        ...launch.args,
      ],
      locale: "en-US",
      viewport: { width: 1000, height: 700 },
      permissions: ["clipboard-read", "clipboard-write", "camera"],
    });
    onCleanup(async () => {
      if (hasFailed(task)) await consoleWatch.keepPictures();
      await context.close();
      await rm(folder, { recursive: true, force: true });
    });
    context.setDefaultTimeout(20_000);
    consoleWatch.watch(context);
    const [background = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
    await closeWelcome(context);
    const origin = `chrome-extension://${new URL(background.url()).host}`;
    const open = async (address: string) => {
      const page = await context.newPage();
      await page.goto(address);
      return page;
    };
    const clickButton = await buttonOf(context, new URL(background.url()).host);
    const allow = async (page: Page) => {
      await page.bringToFront();
      await clickButton(page);
      const id = await background.evaluate(
        async () => (await chrome.tabs.query({ active: true, windowType: "normal" }))[0]?.id,
      );
      if (id === undefined) throw new Error(`no tab shows ${page.url()}`);
      return id;
    };
    return {
      context,
      background,
      visit: open,
      allow,
      async screens(hash = "") {
        const page = await open(`${origin}/popup.html${hash}`);
        await page.setViewportSize({ width: 380, height: 600 });
        return page;
      },
      async windowBeside(page, at) {
        const tab = await allow(page);
        const opened = context.waitForEvent("page");
        await background.evaluate(
          async (url) => {
            await chrome.windows.create({ url, type: "popup", width: 396, height: 640 });
          },
          `${origin}/popup.html#in=window&tab=${tab}${at ? `&open=${at}` : ""}`,
        );
        return await opened;
      },
    };
  });
}

/** Clicks the extension's button as the browser's own protocol does it, and closes the popup that it opens. */
async function buttonOf(context: BrowserContext, id: string): Promise<(page: Page) => Promise<void>> {
  const browser = await context.browser()?.newBrowserCDPSession();
  if (!browser) throw new Error("the browser has no protocol session of its own");
  const targets = async () => (await browser.send("Target.getTargets", { filter: [{}] })).targetInfos;
  return async (page) => {
    const session = await context.newCDPSession(page);
    const { targetInfo } = await session.send("Target.getTargetInfo");
    await session.detach();
    const before = new Set((await targets()).map(({ targetId }) => targetId));
    const tab = (await targets()).find(({ type, url }) => type === "tab" && url === targetInfo.url);
    await browser.send("Extensions.triggerAction", { id, targetId: tab?.targetId ?? targetInfo.targetId });
    const popup = async () =>
      (await targets()).find(({ targetId, url }) => !before.has(targetId) && url.endsWith("/popup.html"))?.targetId;
    await expect.poll(popup).toBeDefined();
    await browser.send("Target.closeTarget", { targetId: (await popup()) ?? "" });
    await expect.poll(popup).toBeUndefined();
  };
}
