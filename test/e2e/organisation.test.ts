import { expect } from "vitest";
import { addAccount } from "./support/codes.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

journey("follows what an organisation sets", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  // What an administrator's policy would answer; a policy itself is of the machine, not of a profile.
  await popup.addInitScript(() => {
    chrome.storage.managed.get = (async () => ({
      passphraseRequired: true,
      longestLockMinutes: 5,
      serviceAddress: "https://security.example.com",
    })) as typeof chrome.storage.managed.get;
  });
  await popup.reload();
  await popup.getByRole("heading", { name: "Set a passphrase first" }).waitFor();
  await look(popup, "organisation-passphrase");
  await popup.getByLabel("New passphrase").fill("a quiet harbour at dawn");
  await popup.getByLabel("Confirm passphrase").fill("a quiet harbour at dawn");
  await popup.getByRole("button", { name: "Save passphrase" }).click();
  await popup.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();

  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByText("Your organization requires a passphrase.").waitFor();
  expect(await popup.getByLabel("Lock when not used for").locator("option").allTextContents()).toEqual([
    "1 minute",
    "5 minutes",
  ]);
  expect(await popup.getByRole("button", { name: "Remove passphrase" }).count()).toBe(0);
  expect(await popup.getByLabel("Address of the service").inputValue()).toBe("https://security.example.com");
  await look(popup, "organisation-settings");
});
