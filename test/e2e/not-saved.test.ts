import type { Page } from "playwright-core";
import { expect, onTestFinished } from "vitest";
import type { InMemoryKey, OnDiskKey } from "../../extension/storage.ts";
import { createAccount, somebody } from "./support/account.ts";
import { type Beside, besideServiceJourney } from "./support/beside.ts";
import { addAccount, setPassphrase, unlock } from "./support/codes.ts";
import { formPages } from "./support/form-pages.ts";
import { servePages } from "./support/page-server.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const passphrase = "a quiet harbour at dawn";
const notSaved = "That couldn't be saved in this browser, so nothing has changed.";

/** In one world, a window's or the background's: refuses, once, the next write of what is kept by a name. */
function refuseOnce(name: string): void {
  for (const area of [chrome.storage.local, chrome.storage.session]) {
    const { set, remove } = area;
    const restore = () => Object.assign(area, { set, remove });
    const refuse = async () => {
      restore();
      throw new Error("QUOTA_BYTES quota exceeded");
    };
    const isIt = (held: string) => held === name || held.startsWith(`${name}:`);
    Object.assign(area, {
      set: (items: object) => (Object.keys(items).some(isIt) ? refuse() : Reflect.apply(set, area, [items])),
      remove: (held: string) => (isIt(held) ? refuse() : Reflect.apply(remove, area, [held])),
    });
  }
}

/** A browser with one code in it, and its screens. */
interface Given {
  beside: Beside;
  page: Page;
}

const show = (page: Page, tab: string) => page.getByRole("button", { name: tab, exact: true }).click();
const alert = (page: Page, text: string) => page.getByRole("alert").filter({ hasText: text }).waitFor();
const status = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
const refuse = (page: Page, name: string) => page.evaluate(refuseOnce, name);
const row = (page: Page) => page.getByRole("listitem").filter({ hasText: "GitHub" });

async function openSetting(page: Page): Promise<void> {
  await show(page, "Settings");
  await page.getByRole("heading", { name: "Appearance" }).waitFor();
}

/**
 * What is done where the write of each of them fails once, and what is on the screen then and after the window was opened
 * anew; or why nobody has to be told.
 */
const rows: Record<
  Exclude<OnDiskKey, `vaultAside:${string}`> | "vaultAside" | InMemoryKey,
  string | ((given: Given) => Promise<void>)
> = {
  async serviceAddress({ page }) {
    await openSetting(page);
    const address = page.getByLabel("Address of the service");
    const before = await address.inputValue();
    await address.fill("https://security.example.com");
    await refuse(page, "serviceAddress");
    await show(page, "Save");
    await alert(page, notSaved);
    expect(await page.getByText("Saved. Sign in there under Security.").count()).toBe(0);
    await page.reload();
    await openSetting(page);
    expect(await address.inputValue()).toBe(before);
    await address.fill("https://security.example.com");
    await show(page, "Save");
    await status(page, "Saved. Sign in there under Security.");
    await refuse(page, "serviceAddress");
    await show(page, "Use the preset address");
    await alert(page, notSaved);
    expect(await address.inputValue()).toBe("https://security.example.com");
  },
  async correctClock({ page }) {
    await page.evaluate(() => chrome.storage.session.set({ clock: { aheadMs: 95_000, errorMs: 600 } }));
    await refuse(page, "correctClock");
    await show(page, "Correct the codes");
    await alert(page, notSaved);
    await page.getByText("Sites may refuse these codes.").waitFor();
  },
  async clearClipboard({ page }) {
    await openSetting(page);
    await refuse(page, "clearClipboard");
    const box = page.getByLabel("Clear copied codes after a minute");
    await box.click();
    await alert(page, notSaved);
    expect(await box.isChecked()).toBe(false);
  },
  async listOrder({ page }) {
    await refuse(page, "listOrder");
    await show(page, "More");
    await page.getByLabel("A to Z").click();
    await status(page, notSaved);
    await show(page, "More");
    await expect.poll(() => page.getByLabel("My own order").isChecked()).toBe(true);
  },
  lastUsed: "Nobody asked for it; the next use is noted.",
  async lastBackupAt({ page }) {
    await show(page, "More");
    await page.getByRole("button", { name: "Back up or export" }).click();
    await page.getByText("Not encrypted. Read nearly everywhere.").click();
    await page.getByLabel("I understand. Export without encryption").check();
    await refuse(page, "lastBackupAt");
    await Promise.all([page.waitForEvent("download"), show(page, "Export")]);
    await status(page, "The file is saved, but this browser couldn't note that.");
    await page.getByText("It has 1 code.").waitFor();
  },
  async lockAfter({ page }) {
    await setPassphrase(page, passphrase);
    const choice = page.getByLabel("Lock when not used for");
    const before = await choice.inputValue();
    await refuse(page, "lockAfter");
    await choice.selectOption("1 hour");
    await alert(page, notSaved);
    expect(await choice.inputValue()).toBe(before);
    await page.reload();
    await openSetting(page);
    expect(await choice.inputValue()).toBe(before);
  },
  async passphraseOffered({ page }) {
    await refuse(page, "passphraseOffered");
    await show(page, "Not now");
    // It is asked once more.
    await page.reload();
    await page.getByRole("button", { name: "Not now" }).waitFor();
  },
  async language({ page }) {
    await openSetting(page);
    await refuse(page, "language");
    const choice = page.getByLabel("Language");
    await choice.selectOption("Español");
    await alert(page, notSaved);
    expect(await choice.inputValue()).toBe("system");
    await page.reload();
    await openSetting(page);
    expect(await choice.inputValue()).toBe("system");
  },
  async vault({ page }) {
    await refuse(page, "vault");
    await show(page, "Add code");
    await page.getByLabel("Link", { exact: true }).fill(`otpauth://totp/npm:ana?secret=${key.slice(0, 24)}`);
    await show(page, "Save code");
    await status(page, notSaved);
    // What was typed is still there.
    await page.reload();
    await show(page, "Back");
    await row(page).waitFor();
    expect(await page.getByRole("list", { name: "Your codes" }).getByRole("listitem").count()).toBe(1);
  },
  async vaultPrevious({ page }) {
    await refuse(page, "vaultPrevious");
    await row(page).getByRole("button", { name: "More about GitHub" }).click();
    await page.getByLabel("Account").fill("bea");
    await show(page, "Save");
    await status(page, notSaved);
  },
  async vaultDamaged({ page }) {
    const text = { format: "latchkey-vault", version: 1, key: "browser_parts", savedAt: "2026-11-29T12:00:00.000Z" };
    await page.evaluate(
      (vault) =>
        chrome.storage.local.set({
          vault: { ...vault, nonce: "AAAAAAAAAAAAAAAA", sealed: "AAAA" },
          vaultPrevious: null,
        }),
      text,
    );
    await page.reload();
    await page.getByRole("button", { name: "Begin again" }).waitFor();
    await refuse(page, "vaultDamaged");
    await show(page, "Begin again");
    await status(page, notSaved);
    await page.reload();
    await page.getByRole("button", { name: "Begin again" }).waitFor();
  },
  async vaultAside({ page }) {
    await setPassphrase(page, passphrase);
    await show(page, "Lock now");
    await show(page, "Codes");
    await show(page, "Forgot your passphrase?");
    await refuse(page, "vaultAside");
    await show(page, "Start over without codes");
    await alert(page, notSaved);
    await page.reload();
    await unlock(page, passphrase);
    await row(page).waitFor();
  },
  async session({ page, beside }) {
    await show(page, "Security");
    await show(page, "Create an account");
    // A request whose answer was lost is sent again, and done once.
    await beside.background.evaluate(refuseOnce, "session");
    await createAccount(page, somebody("unsaved"));
    await page.getByRole("heading", { name: "Two-factor authentication" }).waitFor();
    await page.reload();
    await show(page, "Security");
    await page.getByRole("button", { name: "Sign out", exact: true }).waitFor();
  },
  async progress({ page }) {
    await show(page, "Security");
    await show(page, "Create an account");
    await page.evaluate(() => {
      chrome.storage.session.set = async () => {
        throw new Error("QUOTA_BYTES quota exceeded");
      };
    });
    await page.getByRole("textbox", { name: "E-mail" }).fill("ana@example.com");
    await alert(page, "Finish before you close this window.");
  },
  async unlockedKey({ page }) {
    await setPassphrase(page, passphrase);
    await refuse(page, "unlockedKey");
    await show(page, "Lock now");
    await alert(page, "Your codes couldn't be locked.");
    await refuse(page, "unlockedKey");
    await show(page, "Lock your codes");
    await page
      .getByRole("navigation")
      .getByRole("alert")
      .filter({ hasText: "Your codes couldn't be locked." })
      .waitFor();
    await show(page, "Lock your codes");
    await refuse(page, "unlockedKey");
    await unlock(page, passphrase);
    await page.getByText("The browser did not give your codes out just now.").waitFor();
    await unlock(page, passphrase);
    await row(page).waitFor();
  },
  async unlockedUsedAt({ page }) {
    await setPassphrase(page, passphrase);
    await show(page, "Lock now");
    await show(page, "Codes");
    await page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await refuse(page, "unlockedUsedAt");
    await page.getByRole("button", { name: "Unlock", exact: true }).click();
    await page.getByText("The browser did not give your codes out just now.").waitFor();
  },
  async unlockedLockAfter({ page }) {
    await setPassphrase(page, passphrase);
    const choice = page.getByLabel("Lock when not used for");
    await refuse(page, "unlockedLockAfter");
    await choice.selectOption("1 hour");
    await alert(page, notSaved);
  },
  async draft({ page }) {
    await show(page, "Add code");
    await refuse(page, "draft");
    await page.getByLabel("Link", { exact: true }).fill("o");
    await alert(page, "Finish before you close this window.");
  },
  async fillGrant({ beside }) {
    const server = await servePages(formPages);
    onTestFinished(server.stop);
    const site = await beside.visit(`${server.site}/one-time-code`);
    await beside.background.evaluate(refuseOnce, "fillGrant");
    const window = await beside.windowBeside(site, "fill");
    await window.getByRole("button", { name: /GitHub/ }).click();
    await window.getByRole("button", { name: "Fill here, and remember" }).click();
    await window.getByText("Your browser stopped this before the code was filled.").waitFor();
    expect(await site.locator("input").inputValue()).toBe("");
  },
  clock: "Nobody asked for it; each answer of the service says it again.",
  async copiedCode({ page, beside }) {
    const copy = row(page).getByRole("button", { name: /Copy$/ });
    await copy.click();
    await show(page, "Turn on");
    await page.getByText("Clear copied codes after a minute?").waitFor({ state: "detached" });
    await beside.background.evaluate(refuseOnce, "copiedCode");
    await copy.click();
    await status(page, "Copied, but it won't be cleared after a minute.");
  },
};

for (const [name, act] of Object.entries(rows)) {
  if (typeof act === "string") continue;
  besideServiceJourney(`says so where the browser refuses to save: ${name}`, async ({ beside }) => {
    const page = await beside.screens("#in=page");
    await addAccount(page, "GitHub", key);
    await act({ beside, page });
  });
}
