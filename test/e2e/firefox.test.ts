import { afterAll, beforeAll, expect, it } from "vitest";
import { authenticatorWith, expectCode } from "./support/authenticator.ts";
import { type Firefox, startFirefox } from "./support/firefox.ts";
import { formPages } from "./support/form-pages.ts";
import { type PageServer, servePages } from "./support/page-server.ts";

const passphrase = "a quiet harbour at dawn";
const secret = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const app = authenticatorWith(secret);
let firefox: Firefox;
let server: PageServer;

beforeAll(async () => {
  [firefox, server] = await Promise.all([startFirefox(), servePages(formPages)]);
}, 60_000);
afterAll(() => Promise.all([firefox.stop(), server.stop()]));

it("adds, copies and fills in Firefox", async () => {
  const screens = await firefox.screens("#in=page");
  await screens.locator("::-p-aria(Paste a link)").click();
  await screens.locator("input.code").fill(`otpauth://totp/localhost:ana?secret=${secret}&issuer=localhost`);
  await screens.locator("::-p-aria(Save account)").click();
  const row = await screens.locator(".row .copy").waitHandle();
  await expectCode(() => row.evaluate((element) => element.textContent), app.codeNow);

  await screens.bringToFront();
  await screens.locator(".row .copy").click();
  await screens.locator("::-p-text(Copied the localhost code)").wait();
  const copied = await screens.evaluate(async () => await navigator.clipboard.readText());
  expect(copied).toMatch(/^\d{6}$/);

  for (const path of ["/one-time-code", "/boxes"]) {
    const page = await firefox.visit(server.site + path);
    const tab = await screens.evaluate(
      async (url) => (await browser.tabs.query({})).findLast((each) => each.url === url)?.id,
      server.site + path,
    );
    await firefox.screens(`#in=page&tab=${tab}&open=fill`);
    const typed = () => page.evaluate(() => [...document.querySelectorAll("input")].map(({ value }) => value).join(""));
    await expect.poll(typed, { message: path, timeout: 10_000 }).toMatch(/^\d{6}$/);
    expect([copied, await app.codeNow()]).toContain(await typed());
  }
});

it("locks and unlocks in Firefox", async () => {
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
