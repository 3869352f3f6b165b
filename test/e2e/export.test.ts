import { readFileSync } from "node:fs";
import { expect } from "vitest";
import { addAccount, setPassphrase } from "./support/codes.ts";
import { exported, fileInput, openImport } from "./support/import.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { readQrCode } from "./support/qr-code.ts";

journey("makes a backup that brings all back, warns before a plain file, and shows a QR code", async ({ popup }) => {
  await openImport(popup);
  await fileInput(popup).setInputFiles(exported("aegis-v3.json"));
  await popup.getByRole("button", { name: "Add 6 codes" }).click();
  await popup.getByRole("listitem").first().waitFor();

  await popup.getByRole("button", { name: "More", exact: true }).click();
  await popup.getByRole("button", { name: "Back up or export" }).click();
  await popup.getByLabel("Backup passphrase", { exact: true }).fill("password1");
  await popup.getByLabel("Confirm passphrase").fill("password1");
  await popup.getByRole("button", { name: "Save backup" }).click();
  await popup.getByText("This passphrase is too easy to guess. Choose another.").waitFor();
  await popup.getByLabel("Backup passphrase", { exact: true }).fill("a quiet harbour at dawn");
  await popup.getByLabel("Confirm passphrase").fill("a quiet harbor at dawn");
  await popup.getByRole("button", { name: "Save backup" }).click();
  await popup.getByText("The passphrases don't match.").waitFor();
  await look(popup, "popup-export-backup");
  await popup.getByLabel("Confirm passphrase").fill("a quiet harbour at dawn");
  const [backup] = await Promise.all([
    popup.waitForEvent("download", { timeout: 60_000 }),
    popup.getByRole("button", { name: "Save backup" }).click(),
  ]);
  await popup.getByText("It has 6 codes.").waitFor();
  const text = readFileSync(await backup.path(), "utf8");
  expect(text).toContain('"format": "latchkey-backup"');
  expect(text).not.toContain("GitHub");

  await popup.getByText("Not encrypted. Read nearly everywhere.").click();
  await popup.getByRole("button", { name: "Export" }).click();
  await popup.getByText("Select the box to export without encryption.").waitFor();
  await look(popup, "popup-export-plain");
  await popup.getByLabel("I understand. Export without encryption").check();
  const [links] = await Promise.all([
    popup.waitForEvent("download"),
    popup.getByRole("button", { name: "Export" }).click(),
  ]);
  expect(readFileSync(await links.path(), "utf8")).toContain("otpauth://steam/Steam:gamer?secret=");

  await popup.keyboard.press("Escape");
  await popup.getByRole("button", { name: "More about GitHub" }).click();
  await popup.getByRole("button", { name: "Show QR code" }).click();
  await popup.getByRole("heading", { name: "QR code for GitHub" }).waitFor();
  await popup.getByRole("button", { name: "Show QR code" }).click();
  expect(await readQrCode(popup.getByRole("img", { name: "QR code with the setup key" }))).toContain(
    "otpauth://totp/GitHub:ana?secret=",
  );
  await look(popup, "popup-account-qr");
  await popup.keyboard.press("Escape");

  // A month later, after a change.
  await popup.evaluate(() =>
    chrome.storage.local.set({ lastBackupAt: new Date(Date.now() - 31 * 86_400_000).toISOString() }),
  );
  await popup.reload();
  await popup.getByText(/^Last backup: .* Your codes have changed since then\./).waitFor();
  await look(popup, "popup-backup-due");
  await popup.getByRole("button", { name: "Back up", exact: true }).click();
  await popup.getByRole("heading", { name: "Back up or export" }).waitFor();
  await popup.keyboard.press("Escape");

  // Another browser with an empty vault, which has nothing but the file and the passphrase.
  await popup.evaluate(() => chrome.storage.local.clear());
  await popup.reload();
  await openImport(popup);
  await fileInput(popup).setInputFiles({
    name: "backup.json",
    mimeType: "application/json",
    buffer: Buffer.from(text),
  });
  await popup.getByLabel("Password of backup.json").fill("a quiet harbour at dawn");
  await popup.getByRole("button", { name: "Open" }).click();
  await popup.getByText("6 codes from Latchkey").waitFor({ timeout: 60_000 });
  await popup.getByRole("button", { name: "Add 6 codes" }).click();
  await popup.getByRole("listitem").first().getByRole("img", { name: "Pinned" }).waitFor();
});

journey("asks for the passphrase once more before keys leave it unsealed", async ({ popup }) => {
  const passphrase = "a quiet harbour at dawn";
  await addAccount(popup, "GitHub", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP");
  await setPassphrase(popup, passphrase);
  await popup.getByRole("button", { name: "Codes", exact: true }).click();

  await popup.getByRole("button", { name: "More about GitHub" }).click();
  await popup.getByRole("button", { name: "Show QR code" }).click();
  await popup.getByRole("heading", { name: "QR code for GitHub" }).waitFor();
  await popup.getByRole("button", { name: "Show QR code" }).click();
  const question = popup.getByRole("dialog", { name: "Unlock your codes" });
  await question.getByLabel("Passphrase", { exact: true }).fill("not this one");
  await popup.keyboard.press("Enter");
  await question.getByText("That isn't your passphrase.").waitFor();
  expect(await popup.getByRole("img", { name: "QR code with the setup key" }).count()).toBe(0);
  await look(popup, "popup-export-unlock");
  await question.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await popup.keyboard.press("Enter");
  await popup.getByRole("img", { name: "QR code with the setup key" }).waitFor();
});
