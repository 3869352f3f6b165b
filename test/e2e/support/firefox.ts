import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Browser, launch, type Page } from "puppeteer-core";
import { expect } from "vitest";
import { firefoxPath } from "../../../scripts/ensure-tools.ts";
import { repository } from "../../../scripts/run-tool.ts";

/** The extension's own API, as its pages have it in Firefox. */
declare global {
  var browser: typeof import("wxt/browser").browser;
}

const extensionId = "extension@latchkey.example";
/** Any UUID: Firefox gives each installation another, unless it is told. */
const installation = "5f7a2c52-2a5e-4d0e-9f0a-3c6f0d3c1a11";
const patienceMilliseconds = 20_000;

/** A real Firefox, driven by WebDriver BiDi, with the extension in it. */
export interface Firefox {
  /** Opens the extension's screens; `hash` as in an address. */
  screens: (hash: string) => Promise<Page>;
  visit: (address: string) => Promise<Page>;
  /** Opens the extension's screens in a private window, as `from` would. */
  privately: (from: Page) => Promise<Page>;
  /** The extension's screens that are open with this hash. */
  pages: (hash: string) => Promise<Page[]>;
  stop: () => Promise<void>;
}

/** Starts Firefox with the built extension, which private windows have too, and which may reach `localhost` as a click on a page there would let it. */
export async function startFirefox(preferences: Record<string, unknown> = {}): Promise<Firefox> {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-firefox-"));
  const extension = await copyExtension(folder);
  const browser = await launch({
    browser: "firefox",
    executablePath: firefoxPath(),
    headless: true,
    args: ["--remote-allow-system-access"],
    extraPrefsFirefox: {
      "extensions.webextensions.uuids": JSON.stringify({ [extensionId]: installation }),
      "extensions.originControls.grantByDefault": true,
      "intl.locale.requested": "en-US",
      // Nobody is there to allow the clipboard.
      "dom.events.testing.asyncClipboard": true,
      ...preferences,
    },
  });
  await installExtension(browser, extension);
  const open = (address: string) => openPage(browser, address);
  return {
    visit: open,
    screens: (hash) => open(`moz-extension://${installation}/popup.html${hash}`),
    async privately(from) {
      const before = new Set(await browser.pages());
      await from.evaluate(async () => {
        await globalThis.browser.windows.create({ incognito: true, url: "popup.html#in=page" });
      });
      const opened = async () => (await browser.pages()).find((page) => !before.has(page));
      await expect.poll(opened, { timeout: patienceMilliseconds }).toBeDefined();
      const page = await opened();
      if (!page) throw new Error("the private window is gone");
      page.setDefaultTimeout(patienceMilliseconds);
      return page;
    },
    async pages(hash) {
      const pages = await browser.pages();
      // Asked of each: the driver does not hear where a page of an extension has gone.
      const hashes = await Promise.all(pages.map((page) => page.evaluate(() => location.hash).catch(() => "")));
      return pages.filter((_, index) => hashes[index] === hash);
    },
    async stop() {
      await browser.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Said to the browser as its own protocol has it: the driver's call knows nothing of private windows. */
async function installExtension(browser: Browser, path: string): Promise<void> {
  const { connection } = browser as unknown as {
    connection: { send: (method: string, params: object) => Promise<void> };
  };
  const extensionData = { type: "path", path };
  await connection.send("webExtension.install", { extensionData, "moz:allowPrivateBrowsing": true });
}

/** The promise of `goto` never settles for a page of an extension, so its readiness is asked for. */
async function openPage(browser: Browser, address: string): Promise<Page> {
  const page = await browser.newPage();
  page.setDefaultTimeout(patienceMilliseconds);
  const going = page.goto(address).then(
    () => undefined,
    () => undefined,
  );
  if (!address.startsWith("moz-extension:")) await going;
  const isReady = () => document.readyState === "complete" && location.href !== "about:blank";
  // Asked again and again: the document that was asked may have given way to the next one meanwhile.
  await expect.poll(() => page.evaluate(isReady).catch(() => false), { timeout: patienceMilliseconds }).toBe(true);
  return page;
}

async function copyExtension(folder: string): Promise<string> {
  const copy = join(folder, "extension");
  await cp(join(repository, ".output/firefox-mv3"), copy, { recursive: true });
  const path = join(copy, "manifest.json");
  const manifest = JSON.parse(await readFile(path, "utf8")) as object;
  await writeFile(path, JSON.stringify({ ...manifest, host_permissions: ["http://localhost/*"] }));
  return copy;
}
