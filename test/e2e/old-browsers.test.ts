import { expect, inject } from "vitest";
import { saveRecoveryCodes, somebody } from "./support/account.ts";
import { openSecurity, signOut } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedLink } from "./support/mailbox.ts";
import { screens } from "./support/screens.ts";
import { authenticatorOf, thisDevice } from "./support/virtual-authenticator.ts";

journey("shows something where no script runs, and at an address that is none", async ({ browser, page }) => {
  const context = await browser.newContext({ baseURL: inject("serviceAddress"), javaScriptEnabled: false });
  const plain = await context.newPage();
  for (const path of ["/", "/sign-in", "/profile/security", "/not-me?link=a.b", "/nothing/here"]) {
    await plain.goto(path);
    await plain.locator("noscript p[lang=en]").waitFor();
    await plain.screenshot({ path: `${screens}/no-script.png` });
  }
  await context.close();

  const answer = await page.goto("/nothing/here");
  expect(answer?.status()).toBe(404);
  await page.getByRole("heading", { name: "Page not found" }).waitFor();
  await look(page, "not-found");
  await page.getByRole("link", { name: "Go to Latchkey" }).click();
  await page.getByRole("link", { name: "Create account" }).waitFor();
  const read = await page.request.get("/nothing/here", { headers: { Accept: "application/json" } });
  expect([read.status(), read.headers()["content-type"]]).toEqual([404, "application/problem+json"]);
  await page.goto("/problem");
  await page.getByRole("heading", { name: "This page isn't available right now" }).waitFor();
  await look(page, "page-failed");
});

journey("works where nothing can be stored, and says so where cookies are blocked", async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ["localStorage", "sessionStorage"]) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException("The operation is insecure.", "SecurityError");
        },
      });
    }
  });
  const person = somebody("unstored");
  await openSecurity(page, person);
  await page.getByRole("button", { name: "Español" }).click();
  await page.getByRole("heading", { name: "Seguridad" }).waitFor();
  await page.getByRole("button", { name: "English" }).click();
  await page.getByRole("heading", { name: "Security", exact: true }).waitFor();
  await signOut(page);
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail" }).fill(person.email);
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByLabel("6-digit code").waitFor();
  await page.goto(await mailedLink(person.email, "/reset"));
  await page.getByText(/Nothing has changed yet/).waitFor();

  await page.addInitScript(() => Object.defineProperty(Navigator.prototype, "cookieEnabled", { get: () => false }));
  await page.goto("/sign-in");
  await page.getByText("Your browser blocks cookies for this site").waitFor();
  await look(page, "cookies-blocked");
});

journey("adds and uses a passkey in a browser of 2023", async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(URL, "parse");
    Reflect.deleteProperty(URL, "canParse");
    Reflect.deleteProperty(AbortSignal, "any");
    Reflect.deleteProperty(Promise, "withResolvers");
    Reflect.deleteProperty(Array, "fromAsync");
    Reflect.deleteProperty(PublicKeyCredential, "parseRequestOptionsFromJSON");
    Reflect.deleteProperty(PublicKeyCredential, "parseCreationOptionsFromJSON");
    Reflect.deleteProperty(PublicKeyCredential, "getClientCapabilities");
    Reflect.deleteProperty(PublicKeyCredential.prototype, "toJSON");
    // It offers nothing by itself, so that the button is what signs in.
    PublicKeyCredential.isConditionalMediationAvailable = async () => false;
    for (const name of ["union", "isSubsetOf", "difference"]) Reflect.deleteProperty(Set.prototype, name);
  });
  await authenticatorOf(page, thisDevice);
  const person = somebody("oldphone");
  await openSecurity(page, person);
  await page.getByRole("button", { name: /^(Passkey|Another passkey)/ }).click();
  await page.getByLabel("Name").fill("Phone");
  await page.getByRole("button", { name: "Create passkey" }).click();
  await saveRecoveryCodes(page);
  await signOut(page);
  await page.goto("/sign-in?next=/profile/security");
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await page.getByText("On", { exact: true }).waitFor();
});
