import { existsSync } from "node:fs";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { chromiumPath } from "../../../scripts/ensure-tools.ts";
import { repository } from "../../../scripts/run-tool.ts";
import { setPassphrase } from "../../e2e/support/codes.ts";

/** What is compared with: a page of an extension that shows a code at once and does nothing else. */
const emptyPage =
  '<!doctype html><title>Empty</title><link rel="icon" href="data:," /><span class="digits">000 000</span>';

/** The built extension in a browser of its own, with an empty page beside its own pages. */
export interface Extension {
  context: BrowserContext;
  /** Where its pages are. */
  origin: string;
  /** The folder that it was loaded from. */
  folder: string;
  stop: () => Promise<void>;
}

/** What is in the vault, and whether it is under a passphrase, unlocked. */
export interface Vault {
  accounts: number;
  hasPassphrase: boolean;
}

/** Starts a browser with the extension, and a vault in it. */
export async function startExtension({ accounts, hasPassphrase }: Vault): Promise<Extension> {
  const built = join(repository, ".output/chrome-mv3");
  if (!existsSync(join(built, "manifest.json"))) throw new Error(`${built} is missing. Run \`npm run build\` first.`);
  const temporary = await mkdtemp(join(tmpdir(), "latchkey-bench-"));
  const folder = join(temporary, "extension");
  await cp(built, folder, { recursive: true });
  await writeFile(join(folder, "empty.html"), emptyPage);
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
    ].concat(`--disable-extensions-except=${folder}`, `--load-extension=${folder}`),
  });
  const stop = async () => {
    await context.close();
    await rm(temporary, { recursive: true, force: true });
  };
  try {
    const [background = await context.waitForEvent("serviceworker")] = context.serviceWorkers();
    const origin = `chrome-extension://${new URL(background.url()).host}`;
    const page = await context.newPage();
    await page.goto(`${origin}/popup.html`);
    await page.getByRole("heading", { name: "No codes yet" }).waitFor();
    await fillVault(page, accounts);
    if (hasPassphrase) await setPassphrase(page, "a quiet harbour at dawn");
    await page.close();
    return { context, origin, folder, stop };
  } catch (error) {
    await stop();
    throw error;
  }
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
