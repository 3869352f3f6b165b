import { expect } from "vitest";
import { addAccount, setPassphrase, unlock } from "./support/codes.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const passphrase = "a quiet harbour at dawn";

journey("sets a passphrase, locks, unlocks, changes it and takes it away", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  const row = popup.getByRole("listitem").filter({ hasText: "GitHub" });
  await popup.getByRole("button", { name: "Settings" }).click();
  await look(popup, "lock-settings-off");
  await popup.getByRole("button", { name: "Set a passphrase" }).click();
  await popup.getByLabel("New passphrase").fill("short");
  await popup.getByText(/Weak\./i).waitFor();
  await popup.getByRole("button", { name: "Save passphrase" }).click();
  await popup.getByText("Use 8 characters or more.").waitFor();
  await look(popup, "lock-set-too-short");
  await popup.getByLabel("New passphrase").fill("12345678");
  await popup.getByRole("button", { name: "Save passphrase" }).click();
  await popup.getByText("This passphrase is too easy to guess. Choose another.").waitFor();
  await popup.getByLabel("New passphrase").fill(passphrase);
  await popup.getByText(/(Strong|Very strong)\./).waitFor();
  await popup.getByLabel("Confirm passphrase").fill("a quiet harbour at dusk");
  await popup.getByRole("button", { name: "Save passphrase" }).click();
  await popup.getByText("The passphrases don't match.").waitFor();
  await popup.getByLabel("Confirm passphrase").fill(passphrase);
  await look(popup, "lock-set");
  await popup.getByRole("button", { name: "Save passphrase" }).click();
  await popup.getByText("Your codes are now under a passphrase.").waitFor();
  await look(popup, "lock-settings-on");

  await popup.getByRole("button", { name: "Lock now" }).click();
  await popup.getByText("Unlock your codes to change this.").waitFor();
  await look(popup, "lock-settings-locked");
  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  await popup.getByRole("heading", { name: "Your codes are locked" }).waitFor();
  await look(popup, "locked");
  await unlock(popup, "a quiet harbour at dusk");
  await popup.getByText("That isn't your passphrase.").waitFor();
  await look(popup, "locked-wrong");
  await unlock(popup, passphrase);
  await row.waitFor();
  await popup.reload();
  await row.waitFor();

  const padlock = popup.getByRole("button", { name: "Lock your codes" });
  await padlock.click();
  await popup.getByRole("heading", { name: "Your codes are locked" }).waitFor();
  await padlock.waitFor({ state: "detached" });
  await unlock(popup, passphrase);
  await row.waitFor();

  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByRole("button", { name: "Change: Passphrase" }).click();
  await popup.getByLabel("Current passphrase").fill("not this one");
  await popup.getByLabel("New passphrase").fill("velvet anchor ladder");
  await popup.getByLabel("Confirm passphrase").fill("velvet anchor ladder");
  await popup.getByRole("button", { name: "Save passphrase" }).click();
  await popup.getByText("That isn't your passphrase.").waitFor();
  await look(popup, "lock-change-wrong");
  await popup.getByLabel("Current passphrase").fill(passphrase);
  await popup.getByRole("button", { name: "Save passphrase" }).click();
  await popup.getByText("Your passphrase has been changed.").waitFor();
  await popup.getByRole("button", { name: "Lock now" }).click();
  await unlock(popup, passphrase);
  await popup.getByText("That isn't your passphrase.").waitFor();
  await unlock(popup, "velvet anchor ladder");

  await popup.getByRole("button", { name: "Remove passphrase" }).click();
  await popup.getByLabel("Current passphrase").fill("velvet anchor ladder");
  await look(popup, "lock-remove");
  await popup.getByRole("button", { name: "Remove passphrase" }).click();
  await popup.getByText("Your codes no longer need a passphrase.").waitFor();
  await popup.reload();
  await row.waitFor();
});

journey("is locked by Lock now, however it is pressed, and leaves no key behind", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  await setPassphrase(popup, passphrase);
  const lockNow = popup.getByRole("button", { name: "Lock now" });
  const presses = [
    () => lockNow.press("Enter"),
    () => lockNow.press("Space"),
    () => lockNow.click(),
    // A key that goes on being pressed, and a wheel that goes on turning, while it locks.
    async () => {
      await lockNow.focus();
      await Promise.all([popup.keyboard.press("Enter"), popup.mouse.wheel(0, 40), popup.keyboard.press("Shift")]);
    },
  ];
  for (const press of [...presses, ...presses]) {
    await popup.getByRole("button", { name: "Settings" }).click();
    // Long enough ago that each deed of the person is written down.
    await popup.evaluate(() => chrome.storage.session.set({ unlockedUsedAt: Date.now() - 60_000 }));
    await press();
    await popup.getByText("Unlock your codes to change this.").waitFor();
    await popup.getByRole("button", { name: "Codes", exact: true }).click();
    await popup.getByRole("heading", { name: "Your codes are locked" }).waitFor();
    expect(await popup.evaluate(() => chrome.storage.session.get("unlockedKey"))).toEqual({});
    await unlock(popup, passphrase);
    await popup.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
  }
});

journey("locks in every window when it is time, and with the screen", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  await setPassphrase(popup, passphrase);
  await popup.getByLabel("Lock when not used for").selectOption("5 minutes");
  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  const row = popup.getByRole("listitem").filter({ hasText: "GitHub" });
  await row.waitFor();
  const window = await popup.context().newPage();
  await window.goto(popup.url());
  await window.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
  const locked = (page: typeof popup) => page.getByRole("heading", { name: "Your codes are locked" }).waitFor();

  // As if it had last been used six minutes ago; the alarm finds that, with no window doing anything.
  const useSixMinutesAgo = () =>
    popup.evaluate(async () => {
      await chrome.storage.session.set({ unlockedUsedAt: Date.now() - 6 * 60_000 });
    });
  await useSixMinutesAgo();
  await popup.evaluate(() => chrome.alarms.create("lock", { when: Date.now() }));
  await locked(window);
  await locked(popup);

  await unlock(popup, passphrase);
  await row.waitFor();
  await window.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
  expect((await popup.evaluate(() => chrome.alarms.get("lock")))?.scheduledTime).toBeGreaterThan(Date.now() + 240_000);
  await useSixMinutesAgo();
  await popup.reload();
  await locked(popup);

  await unlock(popup, passphrase);
  await row.waitFor();
  const [background] = popup.context().serviceWorkers();
  await background?.evaluate(() => {
    const { onStateChanged } = chrome.idle as unknown as { onStateChanged: { dispatch(state: string): void } };
    onStateChanged.dispatch("locked");
  });
  await locked(popup);
  await locked(window);
});

journey("locks when the browser closes, and unlocks with all that was there", async ({ profile }) => {
  const popup = await profile.open();
  await addAccount(popup, "GitHub", key);
  await setPassphrase(popup, passphrase);
  await popup.getByLabel("Lock when not used for").selectOption("Until the browser closes");
  await profile.close();
  const again = await profile.open();
  await again.getByRole("heading", { name: "Your codes are locked" }).waitFor();
  await unlock(again, passphrase);
  await again.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
});

journey("unlocks with a passkey", async ({ popup }) => {
  const address = popup.url();
  const devtools = await popup.context().newCDPSession(popup);
  await devtools.send("WebAuthn.enable");
  await devtools.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      ctap2Version: "ctap2_1",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      hasPrf: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await addAccount(popup, "GitHub", key);
  await setPassphrase(popup, passphrase);
  await popup.getByRole("button", { name: "Set up: Passkey" }).click();
  await popup.getByLabel("Current passphrase").fill(passphrase);
  await look(popup, "lock-passkey-set-up");
  await popup.getByRole("button", { name: "Go on" }).click();
  await popup.getByText("Your passkey now unlocks your codes.").waitFor();
  await look(popup, "lock-passkey-on");
  await popup.getByRole("button", { name: "Lock now" }).click();
  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  await popup.getByRole("button", { name: "Unlock with a passkey" }).waitFor();
  await look(popup, "locked-passkey");
  await popup.getByRole("button", { name: "Unlock with a passkey" }).click();
  await popup.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();

  // Where the window from the toolbar goes on in a tab, it opens at the settings at once.
  await popup.goto("about:blank");
  await popup.goto(`${address}#show=settings`);
  await popup.getByRole("button", { name: "Remove: Passkey" }).click();
  await popup.getByText("That passkey no longer unlocks your codes.").waitFor();
  await popup.getByRole("button", { name: "Lock now" }).click();
  await popup.getByLabel("Passphrase", { exact: true }).waitFor();
  expect(await popup.getByRole("button", { name: "Unlock with a passkey" }).count()).toBe(0);
});
