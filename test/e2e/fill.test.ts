import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect } from "vitest";
import { besideJourney } from "./support/beside.ts";
import { addAccounts, askOnField, pressShortcut, promised, recentCodes, saidIn } from "./support/filling.ts";
import { formPages } from "./support/form-pages.ts";
import { type PageServer, servePages } from "./support/page-server.ts";
import { screens } from "./support/screens.ts";

let server: PageServer;

beforeAll(async () => {
  server = await servePages(formPages);
  formPages["/frame-of-localhost"] = `<!doctype html><iframe src="${server.site}/one-time-code"></iframe>`;
});
afterAll(() => server.stop());

const isCode = (text: string | null) => recentCodes().includes(text ?? "");

besideJourney("fills every shape of form by the shortcut, and submits none (promise E4)", async ({ beside }) => {
  await addAccounts(beside, "localhost", "Bank");
  for (const path of ["/one-time-code", "/named", "/labelled", "/controlled"]) {
    const page = await beside.visit(server.site + path);
    await pressShortcut(beside, page);
    await expect.poll(() => page.locator("input").last().inputValue(), { message: path }).toSatisfy(isCode);
    if (path === "/named") expect(await page.locator("input").first().inputValue()).toBe("ana");
    expect(await page.title()).toBe("Example");
    await page.close();
  }
  for (const path of ["/boxes", "/boxes-by-paste"]) {
    const page = await beside.visit(server.site + path);
    await pressShortcut(beside, page);
    const typed = () =>
      page.locator("input").evaluateAll((boxes) => boxes.map((box) => (box as HTMLInputElement).value).join(""));
    await expect.poll(typed, { message: path }).toSatisfy(isCode);
    await page.close();
  }
  const shadow = await beside.visit(`${server.site}/shadow`);
  await pressShortcut(beside, shadow);
  await expect.poll(() => shadow.locator("sign-in").getAttribute("data-heard")).toSatisfy(isCode);
  const framed = await beside.visit(`${server.site}/frame`);
  await pressShortcut(beside, framed);
  await expect.poll(() => framed.frameLocator("iframe").locator("input").inputValue()).toSatisfy(isCode);
  // What inherits the page's origin is the page, whatever its address.
  for (const path of ["/srcdoc", "/blank-frame", "/blob-frame"]) {
    const page = await beside.visit(server.site + path);
    const field = page.frameLocator("iframe").locator("input");
    await field.waitFor();
    await pressShortcut(beside, page);
    await expect.poll(() => field.inputValue(), { message: path }).toSatisfy(isCode);
    await page.close();
  }
});

besideJourney("fills nothing into a frame of another site, nor through one (promise E4)", async ({ beside }) => {
  await addAccounts(beside, "localhost");
  const inForeign = (page: Page) => page.frameLocator("iframe").locator("input");
  const inOwnInForeign = (page: Page) => page.frameLocator("iframe").frameLocator("iframe").locator("input");
  const inSandbox = (page: Page) => page.frameLocator("iframe").locator("input");
  const cases = { "/foreign-frame": inForeign, "/frame-in-foreign": inOwnInForeign, "/sandbox": inSandbox };
  for (const [path, fieldOf] of Object.entries(cases)) {
    const page = await beside.visit(server.site + path);
    const field = fieldOf(page);
    await field.waitFor();
    await pressShortcut(beside, page);
    await expect.poll(() => saidIn(page), { message: path }).toContain("No field for a code was found");
    // A click in that frame is not heard: the page still waits for one.
    await field.click();
    await page.getByRole("heading").click();
    expect(await saidIn(page)).toContain("No field for a code was found");
    await page.keyboard.press("Escape");
    await expect.poll(() => saidIn(page)).toBe("");
    expect(await field.inputValue()).toBe("");
    await page.close();
  }
});

besideJourney("lets the person point where it is not sure, and remembers", async ({ beside }) => {
  await addAccounts(beside, "localhost");
  const page = await beside.visit(`${server.site}/ambiguous`);
  await pressShortcut(beside, page);
  await expect.poll(() => saidIn(page)).toContain("Click the field for the localhost code");
  expect(await page.getByLabel("Code").inputValue()).toBe("");
  await page.screenshot({ path: `${screens}/fill-pointing.png` });
  await page.getByLabel("PIN").click();
  await expect.poll(() => page.getByLabel("PIN").inputValue()).toSatisfy(isCode);
  expect(await page.getByLabel("Code").inputValue()).toBe("");
  await page.screenshot({ path: `${screens}/fill-filled.png` });

  await page.reload();
  await pressShortcut(beside, page);
  await expect.poll(() => page.getByLabel("PIN").inputValue()).toSatisfy(isCode);
  // What holds something is left to the person, although it was pointed at before.
  await page.reload();
  await page.getByLabel("PIN").fill("my own");
  await pressShortcut(beside, page);
  await expect.poll(() => saidIn(page)).toContain("Click the field for the localhost code");
  expect(await page.getByLabel("PIN").inputValue()).toBe("my own");
  await page.close();

  const other = await beside.visit(`${server.site}/message`);
  await pressShortcut(beside, other);
  await expect.poll(() => saidIn(other)).toContain("ask for a code it sent you");
  await other.keyboard.press("Escape");
  await expect.poll(() => saidIn(other)).toBe("");
  await expect.poll(() => promised(beside)).toBeUndefined();
  await other.getByLabel("Code").click();
  expect(await other.getByLabel("Code").inputValue()).toBe("");
});

besideJourney("keeps codes out of fields for other codes, and says when a page takes none", async ({ beside }) => {
  await addAccounts(beside, "localhost");
  const recovery = await beside.visit(`${server.site}/recovery`);
  await pressShortcut(beside, recovery);
  await expect.poll(() => saidIn(recovery)).toContain("No field for a code was found");
  expect(await recovery.locator("input").inputValue()).toBe("");
  const stubborn = await beside.visit(`${server.site}/stubborn`);
  await pressShortcut(beside, stubborn);
  await expect.poll(() => saidIn(stubborn)).toContain("The page didn't accept the localhost code.");
  await stubborn.screenshot({ path: `${screens}/fill-not-taken.png` });
});

besideJourney("fills the very field that it is asked on, whatever that says (promise E4b)", async ({ beside }) => {
  await addAccounts(beside, "localhost");
  const page = await beside.visit(`${server.site}/answer`);
  await askOnField(beside, page, page.getByLabel("Answer"));
  await expect.poll(() => page.getByLabel("Answer").inputValue()).toSatisfy(isCode);
  expect(await page.getByLabel("Code").inputValue()).toBe("");
  await page.close();

  // In a frame of another site there is nothing to decide: it says so, and fills nothing elsewhere instead.
  const around = await beside.visit(`${server.site}/code-and-foreign-frame`);
  const field = around.frameLocator("iframe").locator("input");
  const opened = beside.context.waitForEvent("page");
  // Any number that is none of the page's own frames, which the browser alone can tell.
  await askOnField(beside, around, field, 4711);
  const said = await opened;
  await said.getByText("That field belongs to another site that is shown inside this page").waitFor();
  expect([await field.inputValue(), await around.getByLabel("Code").inputValue()]).toEqual(["", ""]);
});

besideJourney("gives no code to who only asks for it (promise E4)", async ({ beside }) => {
  await addAccounts(beside, "localhost");
  const page = await beside.visit(`${server.site}/ambiguous`);
  await pressShortcut(beside, page);
  await expect.poll(() => promised(beside)).toBeDefined();
  const ticket = (await promised(beside))?.ticket ?? "";
  // Even with the ticket, from a window of the extension's own and from a script in another tab.
  const ask = async (codeFor: string) => await chrome.runtime.sendMessage({ codeFor });
  const own = await beside.screens("#in=page");
  expect(await own.evaluate(ask, ticket)).toEqual({ value: null });
  const elsewhere = await beside.visit(`${server.otherSite}/ambiguous`);
  const answer = await beside.background.evaluate(
    async ({ tabId, ticket: codeFor }) =>
      (
        await chrome.scripting.executeScript({
          target: { tabId },
          func: async (asked: string) => await chrome.runtime.sendMessage({ codeFor: asked }),
          args: [codeFor],
        })
      )[0]?.result,
    { tabId: await beside.allow(elsewhere), ticket },
  );
  expect(answer).toEqual({ value: null });
});

besideJourney("speaks the language that was chosen, on pages and in the context menu", async ({ beside }) => {
  await addAccounts(beside, "localhost");
  await beside.background.evaluate(() => {
    const { contextMenus } = chrome;
    const create = contextMenus.create.bind(contextMenus);
    contextMenus.create = (entry, ...more) => {
      (globalThis as { menuTitle?: string }).menuTitle = entry.title;
      return create(entry, ...more);
    };
  });
  const settings = await beside.screens("#in=page");
  await settings.getByRole("button", { name: "Settings" }).click();
  await settings.getByLabel("Language").selectOption("es");
  await settings.getByRole("button", { name: "Seguridad" }).waitFor();
  const menuTitle = () => beside.background.evaluate(() => (globalThis as { menuTitle?: string }).menuTitle);
  await expect.poll(menuTitle).toBe("Rellenar el código de acceso");
  const page = await beside.visit(`${server.site}/ambiguous`);
  await pressShortcut(beside, page);
  await expect.poll(() => saidIn(page)).toContain("Haz clic en el campo");
});
