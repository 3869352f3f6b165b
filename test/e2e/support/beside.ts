import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page, type Worker } from "playwright-core";
import { inject } from "vitest";
import { copyExtensionWithAccess } from "./built-extension.ts";
import { closeWelcome, flags, hasFailed, journey, quiet } from "./journey.ts";

/** A browser with pages of sites in it, and the extension's window beside one of them. */
export interface Beside {
  context: BrowserContext;
  background: Worker;
  /** Opens the extension's screens in a tab of their own. */
  screens: (hash?: string) => Promise<Page>;
  /** Opens a page of a site. */
  visit: (address: string) => Promise<Page>;
  /** Opens the extension's window beside a page, as its button does. */
  windowBeside: (page: Page, at?: "fill") => Promise<Page>;
  /** The browser's tab of a page. */
  tabOf: (page: Page) => Promise<number>;
}

/** A journey beside pages of sites. */
export const besideJourney = journey.extend(
  "beside",
  async ({ launch, consoleWatch, task }, { onCleanup }): Promise<Beside> => {
    const folder = await mkdtemp(join(tmpdir(), "latchkey-beside-"));
    const extension = await copyExtensionWithAccess(inject("extensionFolder"), join(folder, "extension"));
    const context = await chromium.launchPersistentContext("", {
      ...launch,
      args: [
        ...flags,
        ...quiet,
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
    const tabOf = async (page: Page) => {
      const id = await background.evaluate(
        // The browser's own pages keep their addresses to themselves.
        async (url) =>
          (await chrome.tabs.query({})).findLast(
            (tab) => (tab.url ?? "chrome:") === url.replace(/^chrome:.*/, "chrome:"),
          )?.id,
        page.url(),
      );
      if (id === undefined) throw new Error(`no tab shows ${page.url()}`);
      return id;
    };
    return {
      context,
      background,
      visit: open,
      tabOf,
      async screens(hash = "") {
        const page = await open(`${origin}/popup.html${hash}`);
        await page.setViewportSize({ width: 380, height: 600 });
        return page;
      },
      async windowBeside(page, at) {
        const tab = await tabOf(page);
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
  },
);
