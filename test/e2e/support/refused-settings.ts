import { expect } from "vitest";
import { setPassphrase, unlock } from "./codes.ts";
import { alert, notSaved, openSetting, passphrase, type Refused, refuse, row, show, status } from "./refusing.ts";

/** Choices that can't be saved, by the name that each is kept by: what is said, and what is shown then and after a reload. */
export const refusedSettings = {
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
} satisfies Record<string, Refused>;
