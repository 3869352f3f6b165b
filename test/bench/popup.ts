import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumPath } from "../../scripts/ensure-tools.ts";
import { repository } from "../../scripts/run-tool.ts";

/** How many accounts the vault has in turn. */
const counts = [1, 100, 1000];
const rounds = 21;
/** The first openings of a browser are slower for all pages alike. */
const warmUps = 3;

/** What is compared with: a page of an extension that shows a code at once and does nothing else. */
const emptyPage =
  '<!doctype html><title>Empty</title><link rel="icon" href="data:," /><span class="digits">000 000</span>';

/** Milliseconds from opening a page to its first code on the screen, by the page's own clock. */
async function timeToFirstCode(context: BrowserContext, address: string): Promise<number> {
  const page = await context.newPage();
  await page.addInitScript(() => {
    const told = window as unknown as { firstCodeMs: Promise<number> };
    told.firstCodeMs = new Promise((resolve) => {
      const look = () => {
        if (!document.querySelector(".digits")) return;
        observer.disconnect();
        // The frame that paints it, and then the end of that frame.
        requestAnimationFrame(() => setTimeout(() => resolve(performance.now())));
      };
      const observer = new MutationObserver(look);
      observer.observe(document, { childList: true, subtree: true });
    });
  });
  await page.goto(address, { waitUntil: "commit" });
  const ms = await page.evaluate(() => (window as unknown as { firstCodeMs: Promise<number> }).firstCodeMs);
  await page.close();
  return ms;
}

async function fillVault(page: Page, count: number): Promise<void> {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const links = Array.from({ length: count }, (_, at) => {
    const own = [at >> 10, at >> 5, at].map((part) => letters[part & 31]).join("");
    return `otpauth://totp/Site${at}:someone${at}@example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK${own}A&issuer=Site${at}`;
  });
  await page.evaluate((text) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/plain", text);
    document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, links.join("\n"));
  await page.getByRole("button", { name: /^Save/ }).click();
  await page.locator(".row").first().waitFor();
}

function median(values: number[]): number {
  return values.sort((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}

async function measure(count: number): Promise<{ popup: number; empty: number }> {
  const folder = await mkdtemp(join(tmpdir(), "latchkey-bench-"));
  const extension = join(folder, "extension");
  await cp(join(repository, ".output/chrome-mv3"), extension, { recursive: true });
  await writeFile(join(extension, "empty.html"), emptyPage);
  const context = await chromium.launchPersistentContext("", {
    executablePath: chromiumPath(),
    headless: false,
    locale: "en-US",
    viewport: { width: 380, height: 600 },
    args: [
      "--headless=new",
      "--no-sandbox",
      "--no-first-run",
      "--disable-gpu",
      "--disable-background-networking",
    ].concat(`--disable-extensions-except=${extension}`, `--load-extension=${extension}`),
  });
  try {
    const [background = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
    const origin = `chrome-extension://${new URL(background.url()).host}`;
    const page = await context.newPage();
    await page.goto(`${origin}/popup.html`);
    await page.getByRole("heading", { name: "No accounts yet" }).waitFor();
    await fillVault(page, count);
    await page.close();
    const times: { popup: number[]; empty: number[] } = { popup: [], empty: [] };
    for (let round = 0; round < rounds + warmUps; round++) {
      // In turn, so that whatever else the machine does falls on both.
      const popup = await timeToFirstCode(context, `${origin}/popup.html`);
      const empty = await timeToFirstCode(context, `${origin}/empty.html`);
      if (round < warmUps) continue;
      times.popup.push(popup);
      times.empty.push(empty);
    }
    return { popup: median(times.popup), empty: median(times.empty) };
  } finally {
    await context.close();
    await rm(folder, { recursive: true, force: true });
  }
}

const results = [];
for (const accounts of counts) {
  const { popup, empty } = await measure(accounts);
  results.push({ accounts, popupMs: round(popup), emptyPageMs: round(empty), ratio: round(popup / empty) });
}
const [, hundred, thousand] = results;
console.log(
  JSON.stringify(
    {
      unit: "median milliseconds to the first code",
      rounds,
      results,
      growthTo1000: round((thousand?.popupMs ?? 0) / (hundred?.popupMs ?? 1)),
    },
    null,
    2,
  ),
);

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
