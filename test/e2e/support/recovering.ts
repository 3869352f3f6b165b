import type { Page } from "playwright-core";
import type { Somebody } from "./account.ts";
import { startSignIn } from "./hosted.ts";
import { mailedCode, mailedLink } from "./mailbox.ts";

/** The new password that people choose in these journeys. */
export const next = "velvet anchor ladder";

/** Says that it wasn't them, by the link of the last mail; whoever is signed in then is signed out. */
export async function sayNotMe(page: Page, { email }: Somebody): Promise<void> {
  await page.goto(await mailedLink(email, "/not-me"));
  await page.getByRole("button", { name: "Sign everybody out" }).click();
  await page.getByText(/Everybody is signed out/).waitFor();
}

/** Asks for a reset and types its code and the new password: `codes` is how many mails had a code so far, with this one. */
export async function resetByCode(page: Page, { email }: Somebody, codes: number): Promise<void> {
  await page.getByRole("textbox", { name: "E-mail" }).fill(email);
  await page.getByRole("button", { name: "Forgot your password?" }).click();
  await page.getByRole("button", { name: "Send the code" }).click();
  await page.getByLabel("6-digit code").fill(await mailedCode(email, codes));
  await page.getByLabel("New password").fill(next);
  await page.getByRole("button", { name: "Set password" }).click();
}

/** Signs in with the password and a recovery code, as somebody who found both. */
export async function signInByRecoveryCode(page: Page, person: Somebody, code: string): Promise<void> {
  await startSignIn(page, person);
  await page.getByRole("button", { name: "Try another way" }).click();
  await page.getByRole("button", { name: "Use a recovery code" }).click();
  await page.getByLabel("Recovery code").fill(code);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: "Profile" }).waitFor();
}

/** Chooses what happens to one change of a review. */
export const choose = (page: Page, change: string, choice: string) =>
  page.getByRole("radiogroup", { name: change }).getByRole("radio", { name: choice }).check({ force: true });
