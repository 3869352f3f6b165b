import { afterAll, beforeAll, expect } from "vitest";
import { type Beside, besideJourney } from "./support/beside.ts";
import { addAccounts, fillSecret, pressShortcut, promised, recentCodes } from "./support/filling.ts";
import { formPages } from "./support/form-pages.ts";
import { fileInput } from "./support/import.ts";
import { look } from "./support/look.ts";
import { type PageServer, servePages } from "./support/page-server.ts";

let server: PageServer;

beforeAll(async () => {
  server = await servePages(formPages);
});
afterAll(() => server.stop());

async function addMany({ screens }: Beside, count: number): Promise<void> {
  const page = await screens("#in=page&open=import");
  const links = Array.from(
    { length: count },
    (_, index) => `otpauth://totp/Site%20${index}:ana?secret=${secretOf(index)}`,
  );
  await fileInput(page).setInputFiles({
    name: "many.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(links.join("\n")),
  });
  await page.getByRole("button", { name: `Add ${count} codes` }).click();
  await page.getByText("Site 0", { exact: true }).waitFor();
  await page.close();
}

function secretOf(index: number): string {
  return `AAAA${[...String(index).padStart(4, "0")].map((digit) => "ABCDEFGHIJ"[Number(digit)]).join("")}`;
}

const isCode = (text: string | null) => recentCodes().includes(text ?? "");

besideJourney("asks before it fills a page that is not encrypted (promise E4b)", async ({ beside }) => {
  await addAccounts(beside, "shop.example");
  const page = await beside.visit(`${server.unencryptedSite}/one-time-code`);
  const ask = async () => {
    const opened = beside.context.waitForEvent("page");
    await pressShortcut(beside, page);
    const asked = await opened;
    await asked.setViewportSize({ width: 380, height: 600 });
    await asked.getByRole("dialog", { name: "This page isn't encrypted" }).waitFor();
    return asked;
  };
  const refused = await ask();
  await look(refused, "fill-unencrypted");
  await expect.poll(() => refused.evaluate(() => document.activeElement?.textContent)).toBe("Don't fill");
  await Promise.all([refused.waitForEvent("close"), refused.getByRole("button", { name: "Don't fill" }).click()]);
  expect(await page.locator("input").inputValue()).toBe("");
  expect(await promised(beside)).toBeUndefined();
  const agreed = await ask();
  await Promise.all([agreed.waitForEvent("close"), agreed.getByRole("button", { name: "Fill anyway" }).click()]);
  await expect.poll(() => page.locator("input").inputValue()).toSatisfy(isCode);
});

besideJourney("finds one of many codes by its name", async ({ beside }) => {
  await addAccounts(beside, "GitHub", "Bank", "npm", "Dropbox", "Figma", "Slack", "Proton");
  await addMany(beside, 200);
  const page = await beside.visit(`${server.site}/one-time-code`);
  const opened = beside.context.waitForEvent("page");
  await pressShortcut(beside, page);
  const asked = await opened;
  await asked.setViewportSize({ width: 380, height: 600 });
  await asked.getByRole("searchbox", { name: "Search 207" }).waitFor();
  await asked.getByRole("listitem").filter({ hasText: "Figma" }).locator("svg").first().waitFor();
  await look(asked, "fill-many");
  // Of many, only those that are seen are in the page.
  expect(await asked.getByRole("listitem").count()).toBeLessThan(50);
  await asked.locator(".sub-screen").evaluate((screen) => screen.scrollTo(0, screen.scrollHeight));
  await asked.getByText("Site 199", { exact: true }).waitFor();
  expect(await asked.getByRole("listitem").last().getAttribute("aria-posinset")).toBe("207");
  await asked.getByRole("searchbox").focus();
  await asked.keyboard.type("drop");
  await expect.poll(() => asked.getByRole("listitem").allTextContents()).toEqual(["Dropboxana"]);
  await asked.keyboard.press("Enter");
  await asked.getByRole("dialog", { name: "localhost is not known for Dropbox" }).waitFor();
});

besideJourney("says that a site is not the account's, and asks", async ({ beside }) => {
  await addAccounts(beside, "GitHub", "Bank");
  const page = await beside.visit(`${server.site}/one-time-code`);
  const opened = beside.context.waitForEvent("page");
  await pressShortcut(beside, page);
  const asked = await opened;
  await asked.setViewportSize({ width: 380, height: 600 });
  await asked.getByText("None of these is known to belong to localhost.").waitFor();
  await look(asked, "fill-choose");
  await asked.getByRole("button", { name: /GitHub/ }).click();
  await asked.getByRole("dialog", { name: "localhost is not known for GitHub" }).waitFor();
  await look(asked, "fill-mismatch");
  await asked.getByRole("button", { name: "Don't fill" }).click();
  expect(await page.locator("input").inputValue()).toBe("");
  await asked.getByRole("button", { name: /Bank/ }).click();
  await Promise.all([
    asked.waitForEvent("close"),
    asked.getByRole("button", { name: "Fill here, and remember" }).click(),
  ]);
  await expect
    .poll(() => page.locator("input").inputValue())
    .toSatisfy((code: string) => recentCodes(fillSecret.slice(1)).includes(code));

  // From now on that account is the site's, without a question.
  await page.reload();
  await pressShortcut(beside, page);
  await expect
    .poll(() => page.locator("input").inputValue())
    .toSatisfy((code: string) => recentCodes(fillSecret.slice(1)).includes(code));
});

besideJourney("says where the browser lets nobody in", async ({ beside }) => {
  await addAccounts(beside, "GitHub");
  const page = await beside.visit("chrome://version/");
  const asked = await beside.windowBeside(page, "fill");
  await asked.getByText("Your browser doesn't let extensions write to this page.").waitFor();
  await asked.setViewportSize({ width: 380, height: 600 });
  await look(asked, "fill-not-allowed");
});
