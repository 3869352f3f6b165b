import { expect, inject } from "vitest";
import { createAccount, openAppSetUp, saveRecoveryCodes, somebody, typePassword } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { openSecurity, signOut } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { startSite } from "./support/site.ts";

const siteJourney = journey.extend("site", async ({ task: _ }, { onCleanup }) => {
  const site = await startSite(inject("serviceAddress"));
  onCleanup(() => site.stop());
  return site;
});

siteJourney("signs in to another site with password and app, and proves it's them again", async ({ page, site }) => {
  const person = somebody("visitor");
  await openSecurity(page, person);
  const app = authenticatorWith(await openAppSetUp(page));
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await saveRecoveryCodes(page);
  await signOut(page);

  await page.goto(`${site.address}/login?prompt=none`);
  await page.getByText("login_required").waitFor();

  await page.goto(`${site.address}/login`);
  await page.getByText("You're signing in to Example site with your Latchkey account.").waitFor();
  await look(page, "sign-in-to-site");
  await typePassword(page, person);
  await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
  await look(page, "sign-in-to-site-second-step");
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("heading", { name: `Hello ${person.email}` }).waitFor();
  await page.getByText("Proved by pwd,otp, aal2").waitFor();

  // Who is signed in here is signed in there, until the site wants a fresh proof.
  await page.goto(`${site.address}/login`);
  await page.getByRole("heading", { name: `Hello ${person.email}` }).waitFor();
  await page.goto(`${site.address}/login?max_age=0`);
  await page.getByText("Example site wants to be sure that it's you.").waitFor();
  await page.getByLabel("6-digit code").waitFor();
  await look(page, "confirm-for-site");
  await page.getByLabel("6-digit code").fill(await app.nextCode());
  await page.getByRole("heading", { name: `Hello ${person.email}` }).waitFor();

  await page.goto("/profile/security");
  await page.getByRole("button", { name: "See all: Recent activity" }).click();
  await page
    .getByRole("list", { name: "Recent activity" })
    .getByText("Signed in to a site: Example site")
    .first()
    .waitFor();
});

siteJourney("creates an account on the way to another site, and another one instead", async ({ page, site }) => {
  const person = somebody("newcomer");
  await page.goto(`${site.address}/login?login_hint=${person.email}`);
  await expect.poll(() => page.getByRole("textbox", { name: "E-mail" }).inputValue()).toBe(person.email);
  await page.getByRole("button", { name: "Create an account" }).click();
  await page.getByText("You're signing in to Example site").waitFor();
  await createAccount(page, person);
  await page.getByRole("heading", { name: `Hello ${person.email}` }).waitFor();

  await page.goto(`${site.address}/login?prompt=login`);
  await page.getByRole("textbox", { name: "Password", exact: true }).waitFor();
  await look(page, "confirm-for-site-password");
  await page.getByRole("button", { name: "Use another account" }).click();
  await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();
  await page.getByRole("button", { name: "Create an account" }).click();
  const other = somebody("newcomer-too");
  await createAccount(page, other);
  await page.getByRole("heading", { name: `Hello ${other.email}` }).waitFor();

  // The simple way: to a page of the allow-list, and to no other.
  await signOut(page);
  const cart = {
    contentType: "text/html",
    body: '<!doctype html><html lang="en"><title>Cart</title><h1>Cart</h1></html>',
  };
  await page.route("http://localhost:8788/**", (route) => route.fulfill(cart));
  await page.goto("/sign-in?return_to=http://localhost:8788/cart");
  await page.getByText("You're signing in to localhost:8788 with your Latchkey account.").waitFor();
  await typePassword(page, other);
  await page.getByRole("heading", { name: "Cart" }).waitFor();
  await page.goto("/sign-in?return_to=https://evil.example/cart");
  await page.getByRole("heading", { name: "Profile" }).waitFor();
});

siteJourney("is told of a site that nobody registered, and sent nowhere", async ({ page }) => {
  const response = await page.goto("/oidc/authorize?client_id=stock-site&redirect_uri=https://evil.example/");
  expect(response?.status()).toBe(400);
  await page.getByRole("heading", { name: "We don't know that site" }).waitFor();
  await look(page, "unknown-site");
  await page.goto("/sign-out");
  await page.getByRole("heading", { name: "Sign out?" }).waitFor();
  await look(page, "sign-out");
});
