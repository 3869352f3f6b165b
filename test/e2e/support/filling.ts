import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import type { Beside } from "./beside.ts";

/** The key of the first account that a journey adds. */
export const fillSecret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** The codes of a key, now and a moment ago: a step may end while a page is filled. */
export function recentCodes(key = fillSecret): string[] {
  const at = (when: string) => execFileSync("oathtool", ["--totp", "--base32", "--now", when, key]).toString().trim();
  return [at("now"), at("30 seconds ago")];
}

/** Adds accounts of sites, each with a key of its own: the first with all of `fillSecret`, the next with a letter less. */
export async function addAccounts({ screens }: Beside, ...issuers: string[]): Promise<void> {
  const page = await screens("#in=page");
  for (const [index, issuer] of issuers.entries()) {
    await page.getByRole("button", { name: index === 0 ? "Paste a link" : "Add code" }).click();
    const link = `otpauth://totp/${issuer}:ana?secret=${fillSecret.slice(index)}&issuer=${issuer}`;
    await page.getByLabel("Link", { exact: true }).fill(link);
    await page.getByRole("button", { name: "Save code" }).click();
    await page.getByRole("listitem").filter({ hasText: issuer }).waitFor();
  }
  await page.close();
}

/** Presses the shortcut on a page, as the browser tells the extension of it. */
export async function pressShortcut({ background, tabOf }: Beside, page: Page): Promise<void> {
  const tab = await tabOf(page);
  await background.evaluate(async (id) => {
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch(command: string, tab: unknown): void };
    };
    onCommand.dispatch("fill", await chrome.tabs.get(id));
  }, tab);
}
