import { expect, onTestFinished } from "vitest";
import { createAccount, somebody } from "./account.ts";
import { formPages } from "./form-pages.ts";
import { servePages } from "./page-server.ts";
import { alert, key, notSaved, type Refused, refuse, refuseOnce, row, show, status } from "./refusing.ts";

/** What has to do with codes and the account and can't be saved, by the name that each is kept by. */
export const refusedCodes = {
  askedKey: "A page asked, and hears that nothing was saved.",
  justKept: "The key is kept; the page alone can't take it out again.",
  keyFilePart: "Nobody asked for it; the first codes then wait for the disk.",
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
  async draft({ page }) {
    await show(page, "Add code");
    await page.getByLabel("Link", { exact: true }).fill("o");
    // The screen itself writes as it opens; the next write is to be that of what is typed.
    await expect
      .poll(() => page.evaluate(async () => "draft" in (await chrome.storage.session.get("draft"))))
      .toBe(true);
    await refuse(page, "draft");
    await page.getByLabel("Link", { exact: true }).fill("ot");
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
} satisfies Record<string, Refused>;
