import type { Page } from "playwright-core";
import { expect } from "vitest";
import { mailedCode } from "./mailbox.ts";

/** Somebody who uses the service, with what they know. */
export interface Somebody {
  email: string;
  password: string;
}

const seen = new Map<string, number>();

/** Somebody whom the service has never seen: each journey's people have names of their own, and so has each try of it. */
export function somebody(name: string): Somebody {
  const tries = (seen.get(name) ?? 0) + 1;
  seen.set(name, tries);
  return { email: `${name}${tries > 1 ? tries : ""}@example.com`, password: "a quiet harbour at dawn" };
}

/** Fills the form for a new account and types the mailed code; signed in after it. */
export async function createAccount(page: Page, { email, password }: Somebody): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(password);
  await page.getByRole("button", { name: "Create account" }).click();
  await page.getByRole("heading", { name: "Check your e-mail" }).waitFor();
  await page.getByLabel("6-digit code").fill(await mailedCode(email));
}

/** Types e-mail and password into the form that is open. */
export async function typePassword(page: Page, { email, password }: Somebody): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("textbox", { name: "Password", exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Turns two-factor on by an app that is in somebody's hand: answers the key that it was given. */
export async function openAppSetUp(page: Page): Promise<string> {
  await page.getByRole("button", { name: /^(Authenticator|Another authenticator) app/ }).click();
  const key = page.getByText(/^([A-Z2-7]{4} ){7}[A-Z2-7]{4}$/);
  await key.waitFor();
  return ((await key.textContent()) ?? "").replaceAll(" ", "");
}

/** Reads the recovery codes that are shown, says they are saved, and goes on. */
export async function saveRecoveryCodes(page: Page): Promise<string[]> {
  await page.getByRole("heading", { name: "Save your recovery codes" }).waitFor();
  const codes = await page.getByRole("list", { name: "Your recovery codes" }).getByRole("listitem").allTextContents();
  expect(codes).toHaveLength(10);
  const done = page.getByRole("button", { name: "Done" });
  expect(await done.getAttribute("aria-disabled")).toBe("true");
  await page.getByLabel("I have saved these codes").check();
  await done.click();
  return codes;
}
