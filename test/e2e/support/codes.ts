import type { Page } from "playwright-core";

/** Adds an account by its link, from the list or the empty screen, and waits for its row. */
export async function addAccount(popup: Page, issuer: string, key: string): Promise<void> {
  await popup.getByRole("button", { name: /^(Paste a link|Add code)$/ }).click();
  const link = `otpauth://totp/${encodeURIComponent(issuer)}:ana?secret=${key}&issuer=${encodeURIComponent(issuer)}`;
  await popup.getByLabel("Link", { exact: true }).fill(link);
  await popup.getByRole("button", { name: "Save code" }).click();
  await popup.getByRole("listitem").filter({ hasText: issuer }).waitFor();
}

/** Puts the codes under a passphrase, under Settings. */
export async function setPassphrase(popup: Page, passphrase: string): Promise<void> {
  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByRole("button", { name: "Set a passphrase" }).click();
  await popup.getByLabel("New passphrase").fill(passphrase);
  await popup.getByLabel("Confirm passphrase").fill(passphrase);
  await popup.getByRole("button", { name: "Save passphrase" }).click();
  await popup.getByText("Your codes are now under a passphrase.").waitFor();
}

/** Types the passphrase where the codes are locked. */
export async function unlock(popup: Page, passphrase: string): Promise<void> {
  await popup.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await popup.getByRole("button", { name: "Unlock", exact: true }).click();
}
