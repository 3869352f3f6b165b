import { expect, inject, it } from "vitest";
import { createAccount, somebody, typePassword } from "./support/account.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

journey(
  "reads what two-factor authentication is, in both languages, and can be told by keyboard alone",
  async ({ page }) => {
    await page.goto("/learn/two-factor");
    await page.getByRole("heading", { name: "Why to have it" }).waitFor();
    await look(page, "learn-two-factor");
    await page.getByRole("button", { name: "Español" }).click();
    await page.getByRole("heading", { name: "Autenticación en dos pasos" }).waitFor();
    await look(page, "learn-two-factor-es");
    await page.goto("/sign-in");
    await page.getByRole("heading", { name: "Iniciar sesión" }).waitFor();
    await look(page, "sign-in-es");
    await page.getByRole("button", { name: "English" }).click();
    await page.getByRole("heading", { name: "Sign in", exact: true }).waitFor();

    const person = somebody("keyboard");
    const other = await page.context().newPage();
    await other.goto("/create-account");
    await createAccount(other, person);
    await other.getByRole("heading", { name: "Profile" }).waitFor();
    await other.goto("/profile");
    await other.getByRole("heading", { name: "Profile" }).waitFor();
    await other.keyboard.press("Tab");
    await other.keyboard.press("Enter");
    expect(await other.evaluate(() => document.activeElement?.id), "the skip link").toBe("content");
  },
);

journey("shows what to do while the server can't be reached", async ({ page, consoleWatch }) => {
  consoleWatch.allow(/ERR_INTERNET_DISCONNECTED/);
  await page.goto("/sign-in");
  await page.context().setOffline(true);
  await typePassword(page, somebody("offline"));
  await page.getByText(/Can't reach the server\./).waitFor();
  await look(page, "sign-in-offline");
});

journey("loads nothing from anywhere else, under a strict policy", async ({ page }) => {
  const hosts = new Set<string>();
  page.on("request", (request) => hosts.add(new URL(request.url()).origin));
  const response = await page.goto("/");
  await page.getByRole("heading", { level: 1 }).waitFor();
  expect(response?.headers()["content-security-policy"]).toMatch(/default-src 'none'.*script-src 'self'/);
  expect([...hosts]).toEqual([inject("serviceAddress")]);
});

it("has a script with elements that any page may load, kept for minutes", async () => {
  const { headers } = await fetch(`${inject("serviceAddress")}/elements.js`);
  expect(headers.get("content-type")).toMatch(/^(text|application)\/javascript/);
  expect(headers.get("access-control-allow-origin")).toBe("*");
  expect(headers.get("cross-origin-resource-policy")).toBe("cross-origin");
  expect(headers.get("cache-control")).toBe("public, max-age=300, stale-while-revalidate=3600");
  expect(headers.get("x-content-type-options")).toBe("nosniff");
  expect(headers.get("etag")).toBeTruthy();
});
