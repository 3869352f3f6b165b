import { beforeAll, expect } from "vitest";
import { openAppSetUp, saveRecoveryCodes, somebody, typePassword } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { contrastsWith } from "./support/contrast.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { readQrCode } from "./support/qr-code.ts";
import { elementOf, heard, openShop, type Shop, signUpElsewhere } from "./support/shop.ts";

let shop: Shop;

beforeAll(async () => {
  shop = await openShop({
    "/": "<latchkey-sign-in></latchkey-sign-in><latchkey-security></latchkey-security>",
    "/bearer": `<latchkey-security data-session="bearer" keep="tab" lang="es" theme="dark"></latchkey-security>`,
    "/branded": `<latchkey-sign-in class="branded"></latchkey-sign-in>`,
  });
});

journey("has the whole panel in a shop's page of the same site, by cookie, under a strict policy", async ({ page }) => {
  const person = somebody("shopper");
  await signUpElsewhere(page, person);
  await page.goto(`${shop.sameSite}/`);
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  expect(await page.evaluate(() => document.activeElement?.localName), "the page keeps its focus").toBe("body");
  await look(page, "elements-sign-in");
  // Letter by letter, for the focus stays where somebody types.
  await page.getByRole("textbox", { name: "E-mail" }).pressSequentially(person.email);
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByText(`Signed in as ${person.email}`).waitFor();

  const key = await openAppSetUp(page);
  const app = authenticatorWith(key);
  expect(await readQrCode(page.getByRole("img", { name: /QR code/ }))).toContain(`secret=${key}&`);
  await look(page, "elements-app-set-up");
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("heading", { name: "Save your recovery codes" }).waitFor();
  await page.emulateMedia({ media: "print" });
  expect(await page.getByRole("heading", { name: "A shop" }).isVisible(), "codes alone are printed").toBe(false);
  expect(await page.getByRole("list", { name: "Your recovery codes" }).isVisible()).toBe(true);
  await page.emulateMedia({ media: null });
  await saveRecoveryCodes(page);
  await page.getByText("On", { exact: true }).waitFor();
  await look(page, "elements-security");

  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await typePassword(page, person);
  await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
  await page.getByLabel("Remember this browser").check();
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await typePassword(page, person);
  await page.getByText("On", { exact: true }).waitFor();

  // Remembered, this browser was asked for no code, so what matters asks for one.
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByLabel("Current password").fill(person.password);
  await page.getByLabel("New password", { exact: true }).fill("seven lanterns on a pier");
  await page.getByRole("button", { name: "Change password" }).click();
  await page.getByRole("dialog").waitFor();
  await look(page, "elements-step-up");
  await page.keyboard.press("Escape");
  const opener = page.getByRole("button", { name: "Change password" });
  const hasFocus = (element: Element) => (element.getRootNode() as ShadowRoot).activeElement === element;
  await expect.poll(() => opener.evaluate(hasFocus), { message: "the focus goes back" }).toBe(true);
  await opener.click();
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByText(/Your password has been changed/).waitFor();

  const signIn = elementOf(page, "latchkey-sign-in");
  expect(await signIn.evaluate((element) => element.stepUp()), "proved just now").toBe(true);
  expect(await signIn.evaluate((element) => element.getSession())).toMatchObject({
    account: { email: person.email },
    session: { aal: 2 },
  });
  expect(await signIn.evaluate((element) => element.signOut())).toBe(true);
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  const both = (news: string) => [`latchkey-sign-in latchkey-${news}`, `latchkey-security latchkey-${news}`];
  const { news, refused } = await heard(page);
  expect(news).toEqual(
    ["signed-in", "signed-out", "signed-in", "signed-out", "signed-in", "step-up", "signed-out"].flatMap(both),
  );
  expect(refused).toEqual([]);
});

journey("has the panel in a page of another site, by a token that only the page has", async ({ page }) => {
  const person = somebody("guest");
  await signUpElsewhere(page, person);
  await page.goto(`${shop.otherSite}/bearer`);
  await page.getByRole("button", { name: "Iniciar sesión" }).waitFor();
  await look(page, "elements-bearer-es-dark");
  await page.getByRole("textbox", { name: "Correo" }).fill(person.email);
  await page.getByRole("textbox", { name: "Contraseña", exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Iniciar sesión" }).click();
  await page.getByRole("heading", { name: "Autenticación en dos pasos" }).waitFor();

  const element = elementOf(page, "latchkey-security");
  const first = await element.evaluate(async (security) => (await security.getSession())?.session.token);
  expect(first).toMatch(/^[\w-]{43}$/);
  expect(await page.context().cookies()).toEqual([]);

  // Language, being moved and being taken out, while it lives.
  await element.evaluate((security) => {
    security.lang = "en";
    security.parentElement?.prepend(security);
  });
  await page.getByRole("heading", { name: "Two-factor authentication" }).waitFor();
  const proved = element.evaluate((security) => {
    security.hidden = true;
    return security.stepUp({ reason: "You are about to buy a boat." });
  });
  await page.getByText("You are about to buy a boat.").waitFor();
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(person.password);
  await page.getByRole("button", { name: "Confirm" }).click();
  expect(await proved).toBe(true);
  const second = await element.evaluate(async (security) => (await security.getSession())?.session.token);
  expect(second).not.toBe(first);
  // Another session and back, and out of the page and back, while the first one lives on.
  await element.evaluate(async (security) => {
    security.hidden = false;
    security.session = "cookie";
  });
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await element.evaluate(async (security) => {
    security.session = "bearer";
    const { parentElement: place } = security;
    security.remove();
    await new Promise((resolve) => setTimeout(resolve));
    if (security.shadowRoot?.childElementCount) throw new Error("what is taken out of the page is still drawn");
    place?.append(security);
  });
  await page.getByRole("heading", { name: "Two-factor authentication" }).waitFor();
  expect((await heard(page)).news).toEqual(
    ["signed-in", "step-up", "signed-in, restored", "signed-in, restored"].map(
      (each) => `latchkey-security latchkey-${each}`,
    ),
  );

  await page.reload();
  await page.getByRole("heading", { name: "Autenticación en dos pasos" }).waitFor();
  expect(await heard(page)).toEqual({ news: ["latchkey-security latchkey-signed-in, restored"], refused: [] });

  await page.evaluate(async () => {
    const gone = document.createElement("latchkey-sign-in");
    document.body.append(gone);
    await new Promise((resolve) => setTimeout(resolve, 100));
    gone.remove();
    Object.assign(window, { gone: new WeakRef(gone) });
  });
  const isLeft = async () => {
    await page.requestGC();
    return page.evaluate(() => (window as unknown as { gone: WeakRef<Element> }).gone.deref() !== undefined);
  };
  await expect.poll(isLeft, { message: "nothing holds an element that was taken out" }).toBe(false);
});

journey("takes a shop's colours, and says kindly where it may not be, or cannot", async ({ page, consoleWatch }) => {
  await page.goto(`${shop.sameSite}/branded`);
  await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
  await look(page, "elements-branded");
  for (const colour of ["#ffe600", "#000000", "#ffffff", "#ff0000", "#00ff7f", "#0000ff", "#9a9a9a"]) {
    for (const [what, contrast] of Object.entries(await contrastsWith(page, colour))) {
      expect(contrast, what).toBeGreaterThanOrEqual(4.5);
    }
  }
  const warned = page.waitForEvent("console", (message) => message.text().includes("ALLOWED_ORIGINS"));
  consoleWatch.allow(/has been blocked by CORS policy|net::ERR_FAILED/);
  await page.goto(`${shop.stranger}/`);
  await page.getByText("Signing in isn't set up on this page yet.").first().waitFor();
  expect((await warned).text()).toContain(`"${shop.stranger}"`);
  await look(page, "elements-stranger");

  // The script is there, and then the service is not.
  const isCall = /\/v1\/|\/elements\.js/;
  await page.route(isCall, (route) => (route.request().resourceType() === "script" ? route.continue() : route.abort()));
  const advised = page.waitForEvent("console", (message) => message.text().includes("connect-src"));
  await page.goto(`${shop.sameSite}/`);
  await page.getByText("Signing in can't be reached at the moment.").waitFor();
  expect((await advised).type()).toBe("warning");
  await page.unroute(isCall);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("textbox", { name: "E-mail" }).waitFor();
});
