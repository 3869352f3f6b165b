import { mkdtemp, readlink, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, inject, type RunnerTestCase, test } from "vitest";
import { chromiumPath } from "../../../scripts/ensure-tools.ts";
import { watchConsole } from "./console-watch.ts";

/** What every browser of a journey is started with. */
export const flags = ["--headless=new", "--no-sandbox", "--disable-background-networking", "--no-first-run"];
export const quiet = ["--disable-component-update", "--disable-sync", "--disable-gpu", "--hide-scrollbars"];
/** How a browser is launched; a file of journeys may override it. */
export const launchOptions = { executablePath: chromiumPath(), headless: false, args: [] as string[] };
const patienceMilliseconds = 20_000;

/** A test of what a person does. Each one has its own browser profile, and fails over errors in the console. */
export const journey = test
  .extend("launch", { scope: "file" }, launchOptions)
  .extend("browser", { scope: "file" }, async ({ launch }, { onCleanup }) => {
    const browser = await chromium.launch({ ...launch, args: [...flags, ...quiet, ...launch.args] });
    onCleanup(() => browser.close());
    return browser;
  })
  .extend("consoleWatch", async ({ task }, { onCleanup }) => {
    const watch = watchConsole(task.name);
    onCleanup(() => watch.check());
    return watch;
  })
  /** Opens another browser, with no cookies of the first. */
  .extend("anotherBrowser", async ({ browser, consoleWatch, task }, { onCleanup }) => {
    const contexts: BrowserContext[] = [];
    onCleanup(async () => {
      if (hasFailed(task)) await consoleWatch.keepPictures();
      await Promise.all(contexts.map((context) => context.close()));
    });
    return async (): Promise<Page> => {
      const context = await browser.newContext({ baseURL: inject("serviceAddress"), locale: "en-US" });
      context.setDefaultTimeout(patienceMilliseconds);
      consoleWatch.watch(context);
      contexts.push(context);
      return context.newPage();
    };
  })
  /** A page of a browser that has never been here. */
  .extend("page", async ({ anotherBrowser }) => anotherBrowser())
  /** A browser that has the extension, with its popup open at its own size. */
  .extend("popup", async ({ launch, consoleWatch, task }, { onCleanup }): Promise<Page> => {
    const context = await openWithExtension("", launch);
    onCleanup(async () => {
      if (hasFailed(task)) await consoleWatch.keepPictures();
      await context.close();
    });
    consoleWatch.watch(context);
    await closeWelcome(context);
    return await openPopup(context);
  })
  /** A browser whose profile is a folder: it can be closed or killed, looked into, and opened again. */
  .extend("profile", async ({ launch, consoleWatch, task }, { onCleanup }): Promise<Profile> => {
    const folder = await mkdtemp(join(tmpdir(), "latchkey-profile-"));
    let context: BrowserContext | undefined;
    let isNew = true;
    onCleanup(async () => {
      if (hasFailed(task)) await consoleWatch.keepPictures();
      await context?.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    });
    return {
      folder,
      async open() {
        context = await openWithExtension(folder, launch);
        consoleWatch.watch(context);
        if (isNew) await closeWelcome(context);
        isNew = false;
        return await openPopup(context);
      },
      async close() {
        await context?.close();
        context = undefined;
      },
      async kill() {
        // The browser's process, by the number that it wrote into its own profile.
        const lock = await readlink(join(folder, "SingletonLock"));
        const closed = context?.waitForEvent("close");
        process.kill(Number(lock.split("-").at(-1)), "SIGKILL");
        await closed;
        context = undefined;
      },
    };
  });

/** A browser's profile in a folder of its own. */
export interface Profile {
  folder: string;
  /** Opens the browser, with the popup in it. */
  open: () => Promise<Page>;
  close: () => Promise<void>;
  /** Ends the browser as a power cut does. */
  kill: () => Promise<void>;
}

async function openWithExtension(profile: string, launch: typeof launchOptions): Promise<BrowserContext> {
  const folder = inject("extensionFolder");
  const extension = [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
  const context = await chromium.launchPersistentContext(profile, {
    ...launch,
    args: [...flags, ...quiet, ...extension, ...launch.args],
    baseURL: inject("serviceAddress"),
    locale: "en-US",
    viewport: { width: 380, height: 600 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  context.setDefaultTimeout(patienceMilliseconds);
  return context;
}

async function openPopup(context: BrowserContext): Promise<Page> {
  const [background = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
  const page = await context.newPage();
  await page.goto(`chrome-extension://${new URL(background.url()).host}/popup.html`);
  return page;
}

/** Closes the first-run page, which opens by itself once, so that it stands before nothing. */
export async function closeWelcome(context: BrowserContext): Promise<void> {
  const isWelcome = (page: Page) => page.url().endsWith("/welcome.html");
  await expect.poll(() => context.pages().some(isWelcome), { timeout: patienceMilliseconds }).toBe(true);
  await context.pages().find(isWelcome)?.close();
}

/** Whether something in a test has gone wrong so far. */
export function hasFailed({ result }: Pick<RunnerTestCase, "result">): boolean {
  return (result?.errors?.length ?? 0) > 0;
}
