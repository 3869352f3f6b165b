import { expect } from "vitest";
import { openAppSetUp, saveRecoveryCodes, somebody, typePassword } from "./support/account.ts";
import { authenticatorWith } from "./support/authenticator.ts";
import { openSecurity, signOut, startSignIn } from "./support/hosted.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { mailedLink } from "./support/mailbox.ts";

const next = "velvet anchor ladder";

journey(
  "sets a new password by the mailed link in another browser, which changes nothing until it is pressed",
  async ({ page, anotherBrowser }) => {
    const person = somebody("linka");
    await openSecurity(page, person);
    const app = authenticatorWith(await openAppSetUp(page));
    await page.getByLabel("6-digit code").fill(await app.nextCode());
    await saveRecoveryCodes(page);
    await signOut(page);
    await page.goto("/sign-in");
    await page.getByRole("textbox", { name: "E-mail" }).fill(person.email);
    await page.getByRole("button", { name: "Forgot your password?" }).click();
    await page.getByRole("button", { name: "Send the code" }).click();
    await page.getByText(/You can also open the link in the same e-mail/).waitFor();
    await look(page, "reset-code-or-link");

    const link = await mailedLink(person.email, "/reset");
    const elsewhere = await anotherBrowser();
    await elsewhere.goto(link);
    await elsewhere.getByText(/Nothing has changed yet/).waitFor();
    expect(elsewhere.url(), "the link is out of the address").not.toContain("link");
    await look(elsewhere, "reset-link");
    // As a mail scanner leaves it: opened, and opened again.
    const scanner = await anotherBrowser();
    await scanner.goto(link);
    await scanner.getByText(/Nothing has changed yet/).waitFor();
    await startSignIn(page, person);
    await page.getByRole("heading", { name: "Enter the code from your app" }).waitFor();

    await elsewhere.reload();
    await elsewhere.getByLabel("New password").fill("password");
    await elsewhere.getByRole("button", { name: "Set password" }).click();
    await elsewhere.getByRole("alert").first().waitFor();
    await elsewhere.getByLabel("New password").fill(next);
    await elsewhere.getByRole("button", { name: "Set password" }).click();
    await elsewhere.getByRole("heading", { name: "Enter the code from your app" }).waitFor();
    await look(elsewhere, "reset-link-second-step");
    await elsewhere.getByLabel("6-digit code").fill(await app.nextCode());
    await elsewhere.getByRole("heading", { name: "Profile" }).waitFor();

    await scanner.getByLabel("New password").fill("another quiet harbour");
    await scanner.getByRole("button", { name: "Set password" }).click();
    await scanner.getByRole("heading", { name: "This link no longer works" }).waitFor();
    await scanner.goto(link);
    await scanner.getByRole("heading", { name: "This link no longer works" }).waitFor();
    await look(scanner, "reset-link-expired");
    await scanner.getByRole("button", { name: "Get a new link" }).click();
    await scanner.getByRole("heading", { name: "Set a new password" }).waitFor();
  },
);

journey("mails a link to somebody whose sign-in strangers have slowed down", async ({ page, anotherBrowser }) => {
  const person = somebody("locke");
  await openSecurity(page, person);
  await signOut(page);
  const stranger = await anotherBrowser();
  await stranger.goto("/sign-in");
  const slowed = stranger.getByText(/Too many tries\. Try again in/);
  for (let tries = 0; tries < 12 && (await slowed.count()) === 0; tries++) {
    await typePassword(stranger, { ...person, password: `wrong ${tries}` });
    const button = stranger.getByRole("button", { name: "Sign in", exact: true });
    await expect.poll(async () => (await button.getAttribute("aria-busy")) === null).toBe(true);
  }
  await slowed.waitFor();
  await look(stranger, "sign-in-offer-unlock");
  await stranger.getByRole("button", { name: "E-mail me a link" }).click();
  await stranger.getByRole("heading", { name: "Check your e-mail" }).waitFor();
  await look(stranger, "unlock-sent");

  const link = await mailedLink(person.email, "/unlock");
  await page.goto(link);
  await page.getByRole("heading", { name: "Unlock sign-in" }).waitFor();
  expect(page.url(), "the link is out of the address").not.toContain("link");
  await look(page, "unlock-link");
  await page.getByRole("button", { name: "Unlock in this browser" }).click();
  await page.getByText(/Unlocked in this browser for 15 minutes/).waitFor();
  await look(page, "unlocked");
  // A reload does not lose what the link gave.
  await page.reload();
  await page.getByText(/Unlocked in this browser for 15 minutes/).waitFor();
  await typePassword(page, person);
  await page.getByRole("heading", { name: "Profile" }).waitFor();

  const again = await anotherBrowser();
  await again.goto(link);
  await again.getByRole("heading", { name: "This link no longer works" }).waitFor();
  await again.getByRole("button", { name: "Get a new link" }).click();
  await again.getByRole("textbox", { name: "E-mail" }).waitFor();
  await look(again, "unlock-ask");
});

journey("says that a link is none before it asks anything", async ({ page }) => {
  for (const path of ["not-me", "stop-reset", "undo-email", "accept-invitation", "stop-two-factor-reset"]) {
    await page.goto(`/${path}?link=made.up`);
    await page.getByRole("heading", { name: "This link no longer works" }).waitFor();
    expect(await page.getByRole("main").getByRole("button").count(), path).toBe(0);
    await page.getByRole("main").getByRole("link").waitFor();
  }
  await look(page, "link-expired");
});

journey("says that only the link is accepted once too many wrong codes were entered", async ({ page }) => {
  await page.route("**/v1/password-reset/confirm", (route) =>
    route.fulfill({
      status: 403,
      contentType: "application/problem+json",
      body: JSON.stringify({ type: "", title: "", status: 403, detail: "", code: "link_required", requestId: "x" }),
    }),
  );
  await page.goto("/sign-in");
  await page.getByRole("textbox", { name: "E-mail" }).fill(somebody("linko").email);
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByLabel("6-digit code").fill("123456");
  await page.getByLabel("New password").fill(next);
  await page.getByRole("button", { name: "Set password" }).click();
  await page.getByRole("heading", { name: "Use the link in the e-mail" }).waitFor();
  await look(page, "reset-link-only");
});
