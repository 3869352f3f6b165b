import type { Page } from "playwright-core";
import { expect } from "vitest";
import { addAccount, setPassphrase, unlock } from "./support/codes.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const passphrase = "a quiet harbour at dawn";

async function forget(popup: Page): Promise<void> {
  await popup.getByRole("button", { name: "Forgot your passphrase?" }).click();
  await popup.getByRole("heading", { name: "Forgot your passphrase?" }).waitFor();
}

journey("offers a passphrase with the first code, once", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  await popup.getByText("Anyone using this browser can see your codes.").waitFor();
  await look(popup, "passphrase-offer");
  await popup.getByRole("button", { name: "Not now" }).click();
  await popup.getByText("Anyone using this browser can see your codes.").waitFor({ state: "detached" });
  await popup.reload();
  await addAccount(popup, "npm", key.slice(0, 24));
  expect(await popup.getByText("Anyone using this browser can see your codes.").count()).toBe(0);
});

journey(
  "starts over without a forgotten passphrase, and brings the codes back when it is remembered",
  async ({ profile }) => {
    let popup = await profile.open();
    await addAccount(popup, "GitHub", key);
    await setPassphrase(popup, passphrase);
    await profile.close();

    popup = await profile.open();
    await popup.getByRole("heading", { name: "Your codes are locked" }).waitFor();
    const window = await popup.context().newPage();
    await window.goto(popup.url());
    await forget(window);
    await forget(popup);
    await look(popup, "forgotten");
    await popup.getByRole("button", { name: "Back", exact: true }).click();
    await forget(popup);
    await popup.getByRole("button", { name: "Start over without codes" }).click();
    await popup.getByText("The codes you had before are put aside in this browser.").waitFor();
    await look(popup, "empty-with-aside");
    await popup.getByRole("button", { name: "Bring them back" }).click();
    await popup.getByText(/^Put aside on /).waitFor();
    await popup.getByRole("button", { name: "Codes", exact: true }).click();
    await addAccount(popup, "npm", key.slice(0, 24));
    await window.getByRole("listitem").filter({ hasText: "npm" }).waitFor();

    await popup.getByRole("button", { name: "Settings" }).click();
    await popup.getByText(/^Put aside on /).waitFor();
    await popup.getByRole("button", { name: "Delete: " }).click();
    await popup.getByRole("heading", { name: "Delete these codes for good?" }).waitFor();
    await look(popup, "put-aside-delete");
    await popup.getByRole("button", { name: "Keep them" }).click();
    await popup.getByRole("button", { name: "Bring back: " }).click();
    await popup.getByLabel("Passphrase they were locked with").fill("a quiet harbour at dusk");
    await popup.getByRole("button", { name: "Bring back", exact: true }).click();
    await popup.getByText("That isn't your passphrase.").waitFor();
    await look(popup, "put-aside");
    await popup.getByLabel("Passphrase they were locked with").fill(passphrase);
    await popup.getByRole("button", { name: "Bring back", exact: true }).click();
    await popup.getByText("Your codes are back.").waitFor();
    await popup.getByRole("button", { name: "Codes", exact: true }).click();
    const names = popup.getByRole("list", { name: "Your codes" }).locator("b");
    await expect.poll(() => names.allTextContents()).toEqual(["npm", "GitHub"]);
    await profile.close();

    popup = await profile.open();
    await unlock(popup, passphrase);
    await popup.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
  },
);

journey("puts forgotten codes aside before a backup file is read, and deletes them for good", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  await setPassphrase(popup, passphrase);
  await popup.getByRole("button", { name: "Lock now" }).click();
  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  await forget(popup);
  await popup.getByRole("button", { name: "Start over with a backup file" }).click();
  await popup.getByText(/Drop/).first().waitFor();
  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByRole("button", { name: "Delete: " }).click();
  await popup.getByRole("button", { name: "Delete for good" }).click();
  await popup.getByText("Those codes have been deleted.").waitFor();
  const kept = await popup.evaluate(() => chrome.storage.local.get());
  expect(Object.keys(kept).filter((name) => name.startsWith("vault"))).toEqual([]);
});
