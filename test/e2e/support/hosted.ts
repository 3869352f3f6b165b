import type { Page } from "playwright-core";
import { createAccount, type Somebody, typePassword } from "./account.ts";

/** A new account, signed in, on its way to Profile > Security. */
export async function openSecurity(page: Page, person: Somebody): Promise<void> {
  await page.goto("/create-account");
  await createAccount(page, person);
  await page.getByRole("heading", { name: "Profile" }).waitFor();
  await page.getByRole("button", { name: "Profile" }).click();
  await page.getByRole("link", { name: "Security", exact: true }).click();
  await page.getByRole("heading", { name: "Two-factor authentication" }).waitFor();
}

/** Signs out by the menu. */
export async function signOut(page: Page): Promise<void> {
  await page.goto("/profile");
  await page.getByRole("button", { name: "Profile" }).click();
  await page.getByRole("button", { name: "Sign out", exact: true }).click();
  await page.getByRole("link", { name: "Sign in", exact: true }).waitFor();
}

/** Opens the sign-in page and types the password. */
export async function startSignIn(page: Page, person: Somebody): Promise<void> {
  await page.goto("/sign-in");
  await typePassword(page, person);
}
