import { expect, inject, it, onTestFinished } from "vitest";
import { somebody } from "./support/account.ts";
import { authenticatorWith, expectCode } from "./support/authenticator.ts";
import { startFirefox } from "./support/firefox.ts";
import { formPages } from "./support/form-pages.ts";
import { mailedCode } from "./support/mailbox.ts";
import { servePages } from "./support/page-server.ts";

const passphrase = "a quiet harbour at dawn";
const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const app = authenticatorWith(secret);

/** A Firefox of the test's own, with one account among the codes on its screens. */
async function openWithAccount() {
  const firefox = await startFirefox();
  onTestFinished(firefox.stop);
  const screens = await firefox.screens("#in=page");
  await screens.locator("::-p-aria(Paste a link)").click();
  await screens.locator("input.code").fill(`otpauth://totp/localhost:ana?secret=${secret}&issuer=localhost`);
  await screens.locator("::-p-aria(Save code)").click();
  const row = await screens.locator(".row .copy").waitHandle();
  await expectCode(() => row.evaluate((element) => element.textContent), app.codeNow);
  return { firefox, screens };
}

it("adds, copies and fills in Firefox", async () => {
  const server = await servePages(formPages);
  onTestFinished(server.stop);
  const { firefox, screens } = await openWithAccount();
  await screens.bringToFront();
  await screens.locator(".row .copy").click();
  await screens.locator("::-p-text(Copied the localhost code)").wait();
  const copied = await screens.evaluate(async () => await navigator.clipboard.readText());
  expect(copied).toMatch(/^\d{6}$/);

  for (const path of ["/one-time-code", "/boxes"]) {
    const page = await firefox.visit(server.site + path);
    const tabOf = (url: string) =>
      screens.evaluate(
        async (address) => (await browser.tabs.query({})).findLast((each) => each.url === address)?.id,
        url,
      );
    // The browser's list of tabs hears of an address a little later than the page itself.
    await expect.poll(() => tabOf(server.site + path)).toBeDefined();
    const tab = await tabOf(server.site + path);
    await firefox.screens(`#in=page&tab=${tab}&open=fill`);
    const typed = () => page.evaluate(() => [...document.querySelectorAll("input")].map(({ value }) => value).join(""));
    await expect.poll(typed, { message: path, timeout: 10_000 }).toMatch(/^\d{6}$/);
    expect([copied, await app.codeNow()]).toContain(await typed());
  }
});

it("locks and unlocks in Firefox", async () => {
  const { firefox } = await openWithAccount();
  const screens = await firefox.screens("#in=page&show=settings");
  await screens.locator("::-p-aria(Set a passphrase)").click();
  await screens.waitForSelector("input[type=password]");
  for (const field of await screens.$$("input[type=password]")) await field.type(passphrase);
  await screens.locator("::-p-aria(Save passphrase)").click();
  await screens.locator("::-p-text(Your codes are now under a passphrase.)").wait();
  await screens.locator("::-p-aria(Lock now)").click();
  await screens.locator("::-p-text(Codes)").click();
  await screens.locator("::-p-text(Your codes are locked)").wait();
  await screens.locator("input[type=password]").fill(passphrase);
  await screens.locator("::-p-aria(Unlock)").click();
  const row = await screens.locator(".row .copy").waitHandle();
  await expectCode(() => row.evaluate((element) => element.textContent), app.codeNow);
});

it("keeps the key of the service's page in Firefox, once its owner has said yes", async () => {
  const service = inject("serviceAddress");
  const firefox = await startFirefox();
  onTestFinished(firefox.stop);
  const screens = await firefox.screens("#in=page");
  await screens.evaluate(async (serviceAddress) => {
    await browser.storage.local.set({ serviceAddress });
  }, service);
  const registered = () =>
    screens.evaluate(async () => (await browser.scripting.getRegisteredContentScripts()).map(({ matches }) => matches));
  await expect.poll(registered).toEqual([["http://localhost/*"]]);

  const person = somebody("firefox");
  const page = await firefox.visit(`${service}/create-account`);
  await page.locator("input[type=email]").fill(person.email);
  await page.locator("input[type=password]").fill(person.password);
  await page.locator("::-p-aria(Create account)").click();
  await page.locator("input[autocomplete=one-time-code]").fill(await mailedCode(person.email));
  await page.locator("::-p-text(Secure your account)").wait();
  await page.goto(`${service}/profile/security`);
  await page.locator("::-p-text(Authenticator app)").click();
  await page.locator("::-p-text(Use this browser)").click();
  const windows = () => firefox.pages("#in=window&open=keep");
  await expect.poll(async () => (await windows()).length, { timeout: 20_000 }).toBe(1);
  const [asked] = await windows();
  await asked?.locator(`::-p-text(${person.email})`).wait();
  await asked?.locator("::-p-aria(Save code)").click();
  await page.locator("::-p-text(Save your recovery codes)").wait();
  await screens.locator(`::-p-text(${person.email})`).wait();
});

it("E8 keeps codes under a passphrase where Firefox never remembers history, and says why", async () => {
  const firefox = await startFirefox({ "browser.privatebrowsing.autostart": true });
  onTestFinished(firefox.stop);
  const screens = await firefox.screens("#in=page");
  await screens.locator("::-p-text(this browser keeps codes only under a passphrase)").wait();
  await screens.waitForSelector("input[type=password]");
  for (const field of await screens.$$("input[type=password]")) await field.type(passphrase);
  await screens.locator("::-p-aria(Save passphrase)").click();
  await screens.locator("::-p-aria(Paste a link)").click();
  await screens.locator("input.code").fill(`otpauth://totp/localhost:ana?secret=${secret}&issuer=localhost`);
  await screens.locator("::-p-aria(Save code)").click();
  const row = await screens.locator(".row .copy").waitHandle();
  await expectCode(() => row.evaluate((element) => element.textContent), app.codeNow);
});

it("E8 says in one sentence why codes without a passphrase do not open in such a window", async () => {
  const firefox = await startFirefox({ "browser.privatebrowsing.autostart": true });
  onTestFinished(firefox.stop);
  const screens = await firefox.screens("#in=page");
  await screens.evaluate(async () => {
    const vault = { format: "latchkey-vault", version: 1, key: "browser_parts", savedAt: "2026-11-29T12:00:00.000Z" };
    await browser.storage.local.set({ vault: { ...vault, nonce: "AAAAAAAAAAAAAAAA", sealed: "AAAA" } });
  });
  await screens.locator("::-p-text(Open your codes in a normal window.)").wait();
});

it("E8 saves with every cookie blocked in Firefox", async () => {
  const firefox = await startFirefox({ "network.cookie.cookieBehavior": 2 });
  onTestFinished(firefox.stop);
  const screens = await firefox.screens("#in=page");
  await screens.locator("::-p-aria(Paste a link)").click();
  await screens.locator("input.code").fill(`otpauth://totp/localhost:ana?secret=${secret}&issuer=localhost`);
  await screens.locator("::-p-aria(Save code)").click();
  await screens.locator(".row .copy").wait();
});

it("E8 says in a private window why codes do not open there, and opens them once there is a passphrase", async () => {
  const { firefox, screens } = await openWithAccount();
  const closed = await firefox.privately(screens);
  await closed.locator("::-p-text(Open your codes in a normal window.)").wait();

  await screens.bringToFront();
  await screens.locator("::-p-aria(Settings)").click();
  await screens.locator('::-p-aria(Set a passphrase[role="button"])').click();
  await screens.waitForSelector("input[type=password]");
  for (const field of await screens.$$("input[type=password]")) await field.type(passphrase);
  await screens.locator("::-p-aria(Save passphrase)").click();
  await screens.locator("::-p-text(Your codes are now under a passphrase.)").wait();
  await screens.locator("::-p-aria(Lock now)").click();

  await closed.bringToFront();
  await closed.locator("::-p-text(Your codes are locked)").wait();
  await closed.locator("input[type=password]").fill(passphrase);
  await closed.locator("::-p-aria(Unlock)").click();
  const row = await closed.locator(".row .copy").waitHandle();
  await expectCode(() => row.evaluate((element) => element.textContent), app.codeNow);
});
