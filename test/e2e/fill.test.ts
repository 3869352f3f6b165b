import { execFileSync } from "node:child_process";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { type Beside, besideJourney } from "./support/beside.ts";
import { formPages } from "./support/form-pages.ts";
import { look } from "./support/look.ts";
import { type PageServer, servePages } from "./support/page-server.ts";

const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
let server: PageServer;

beforeAll(async () => {
  server = await servePages(formPages);
  formPages["/frame-of-localhost"] = `<!doctype html><iframe src="${server.site}/one-time-code"></iframe>`;
});
afterAll(() => server.stop());

/** The codes of a moment ago and of now: a step may end while a page is filled. */
function codes(key = secret): string[] {
  const at = (when: string) => execFileSync("oathtool", ["--totp", "--base32", "--now", when, key]).toString().trim();
  return [at("now"), at("30 seconds ago")];
}

async function addAccounts({ screens }: Beside, ...issuers: string[]): Promise<void> {
  const page = await screens("#in=page");
  for (const [index, issuer] of issuers.entries()) {
    await page.getByRole("button", { name: index === 0 ? "Paste a link" : "Add account" }).click();
    const link = `otpauth://totp/${issuer}:ana?secret=${secret.slice(index)}&issuer=${issuer}`;
    await page.getByLabel("Link", { exact: true }).fill(link);
    await page.getByRole("button", { name: "Save account" }).click();
    await page.getByRole("listitem").filter({ hasText: issuer }).waitFor();
  }
  await page.close();
}

/** Presses the shortcut on a page, as the browser tells the extension of it. */
async function pressShortcut({ background, tabOf }: Beside, page: Page): Promise<void> {
  const tab = await tabOf(page);
  await background.evaluate(async (id) => {
    const { onCommand } = chrome.commands as unknown as {
      onCommand: { dispatch(command: string, tab: unknown): void };
    };
    onCommand.dispatch("fill", await chrome.tabs.get(id));
  }, tab);
}

const bannerSays = (page: Page, text: RegExp) => page.locator("div").getByText(text).first().waitFor();

besideJourney("fills every shape of form by the shortcut, and submits none (promise E4)", async ({ beside }) => {
  await addAccounts(beside, "localhost", "Bank");
  for (const path of ["/one-time-code", "/named", "/labelled", "/controlled"]) {
    const page = await beside.visit(server.site + path);
    await pressShortcut(beside, page);
    await expect
      .poll(() => page.locator("input").last().inputValue(), { message: path })
      .toSatisfy((code: string) => codes().includes(code));
    if (path === "/named") expect(await page.locator("input").first().inputValue()).toBe("ana");
    expect(await page.title()).toBe("Example");
    await page.close();
  }
  for (const path of ["/boxes", "/boxes-by-paste"]) {
    const page = await beside.visit(server.site + path);
    await pressShortcut(beside, page);
    const typed = () =>
      page.locator("input").evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value).join(""));
    await expect.poll(typed, { message: path }).toSatisfy((code: string) => codes().includes(code));
    await page.close();
  }
  const shadow = await beside.visit(`${server.site}/shadow`);
  await pressShortcut(beside, shadow);
  await expect
    .poll(() => shadow.locator("sign-in").getAttribute("data-heard"))
    .toSatisfy((code: string) => codes().includes(code));
  const framed = await beside.visit(`${server.site}/frame`);
  await pressShortcut(beside, framed);
  await expect
    .poll(() => framed.frameLocator("iframe").locator("input").inputValue())
    .toSatisfy((code: string) => codes().includes(code));
});
