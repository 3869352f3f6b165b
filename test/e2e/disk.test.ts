import type { Page } from "playwright-core";
import { expect } from "vitest";
import { createAccount, openAppSetUp, saveRecoveryCodes, somebody } from "./support/account.ts";
import { addAccount, setPassphrase, unlock } from "./support/codes.ts";
import { journey } from "./support/journey.ts";
import { foundInFolder, spellingsOf } from "./support/profile-folder.ts";

const keys = [
  "KVKFKRCPNZQUYMLXOVYDSQKJKZDTSRLD",
  "MFRGGZDFMZTWQ2LKNNWG23TPOBYXE43U",
  "OVZXG5DVOZ3XQ6LTNZXW4ZLSMFTGK4TM",
] as const;
const passphrase = "seventeen quiet harbours";

/** Half of a form, left open: what a browser keeps of a page for the next start must not hold it. */
async function leaveHalfFilled(popup: Page): Promise<void> {
  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  await popup.getByRole("button", { name: "Add code" }).click();
  await popup.getByText("Enter a setup key").click();
  await popup.getByLabel("Key", { exact: true }).fill(keys[2]);
  await expect.poll(() => popup.evaluate(async () => (await chrome.storage.session.get("draft")).draft)).toBeTruthy();
}

journey("leaves no key on the disk in the clear, with a passphrase and without", async ({ profile }) => {
  let popup = await profile.open();
  await addAccount(popup, "Secretive", keys[0]);
  await popup.getByRole("button", { name: "Add code" }).click();
  await popup.getByText("Enter a setup key").click();
  await popup.getByLabel("Key", { exact: true }).pressSequentially(keys[1].replace(/.{4}/g, "$& ").toLowerCase());
  await popup.getByRole("button", { name: "Save code" }).click();
  await popup.getByRole("listitem").nth(1).waitFor();

  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByRole("button", { name: "Create an account" }).click();
  await createAccount(popup, somebody("disk"));
  const ownKey = await openAppSetUp(popup);
  await popup.getByRole("button", { name: "Use this browser" }).click();
  const recoveryCodes = await saveRecoveryCodes(popup);
  await leaveHalfFilled(popup);
  await profile.close();

  const secrets = [...keys, ownKey].flatMap(spellingsOf).concat(recoveryCodes, "Secretive");
  // What is looked for would be found: the vault itself is there.
  expect(await foundInFolder(profile.folder, ["latchkey-vault"])).not.toEqual([]);
  expect(await foundInFolder(profile.folder, secrets)).toEqual([]);

  popup = await profile.open();
  await setPassphrase(popup, passphrase);
  await popup.getByRole("button", { name: "Lock now" }).click();
  await popup.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await popup.getByRole("button", { name: "Show passphrase" }).click();
  await popup.getByRole("button", { name: "Unlock", exact: true }).click();
  await leaveHalfFilled(popup);
  const { unlockedKey } = await popup.evaluate(() =>
    chrome.storage.session.get<{ unlockedKey: string }>("unlockedKey"),
  );
  const dataKey = Buffer.from(unlockedKey, "base64");
  expect(dataKey).toHaveLength(32);
  const window = await popup.context().newPage();
  await window.goto(popup.url());
  await window.getByRole("button", { name: "Settings" }).click();
  await window.getByRole("button", { name: "Change: Passphrase" }).click();
  await window.getByLabel("New passphrase").fill("eighteen quiet harbours");
  await window.getByRole("button", { name: "Show new passphrase" }).click();
  await profile.close();
  const ofTheLock = [passphrase, "eighteen quiet harbours", dataKey, unlockedKey, dataKey.toString("hex")];
  expect(await foundInFolder(profile.folder, [...secrets, ...ofTheLock])).toEqual([]);

  popup = await profile.open();
  await unlock(popup, passphrase);
  await popup.getByRole("listitem").filter({ hasText: "Secretive" }).waitFor();
});

journey("loses nothing when the browser is killed in the middle of writing", async ({ profile }) => {
  const saved: string[] = [];
  let popup = await profile.open();
  await addAccount(popup, "Site 0", keys[0]);
  saved.push("Site 0");
  await setPassphrase(popup, passphrase);
  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  for (const [round, delayMs] of [0, 4, 9, 16, 30].entries()) {
    const name = `Site ${round + 1}`;
    await popup.getByRole("button", { name: "Add code" }).click();
    const key = keys[1].slice(0, 20 + 2 * round);
    await popup.getByLabel("Link", { exact: true }).fill(`otpauth://totp/${name}?secret=${key}`);
    // Pressed in the page itself and not waited for, so that the kill comes while it is written.
    await popup.evaluate(() => {
      const save = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Save code");
      setTimeout(() => save?.click());
    });
    await new Promise((resolve) => setTimeout(resolve, delayMs));
    await profile.kill();

    popup = await profile.open();
    await unlock(popup, passphrase);
    await popup.getByRole("searchbox").waitFor();
    const there = await popup.getByRole("list", { name: "Your codes" }).locator("b").allTextContents();
    expect(there.slice(0, saved.length), `killed after ${delayMs} ms`).toEqual(saved);
    expect([[], [name]]).toContainEqual(there.slice(saved.length));
    saved.splice(0, saved.length, ...there);
    await addAccount(popup, `Kept ${round}`, keys[2].slice(0, 20 + 2 * round));
    saved.push(`Kept ${round}`);
  }
});
