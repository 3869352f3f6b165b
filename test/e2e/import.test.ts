import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { password } from "../data/accounts.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";
import { readQrCode } from "./support/qr-code.ts";

const exported = (name: string) => fileURLToPath(new URL(`../data/exports/${name}`, import.meta.url));
const file = (popup: Page) => popup.locator("input[type=file]");

async function openImport(popup: Page): Promise<void> {
  await popup.getByRole("button", { name: "Import from another app" }).click();
  await popup.getByRole("heading", { name: "Import accounts" }).waitFor();
}

async function openMenu(popup: Page, item: string): Promise<void> {
  await popup.getByRole("button", { name: "More", exact: true }).click();
  await popup.getByRole("button", { name: item }).click();
}

const shownCode = async (popup: Page, name: string) => {
  const row = popup.getByRole("listitem").filter({ hasText: name });
  return ((await row.locator(".digits > span").textContent()) ?? "").replaceAll(/\s/gu, "");
};

journey("brings accounts from other apps, with a password, and never doubles one", async ({ popup }) => {
  await openImport(popup);
  await look(popup, "popup-import");
  await file(popup).setInputFiles(exported("aegis-v1.json"));
  await popup.getByText("7 accounts from Aegis").waitFor();
  await popup.getByText("6 accounts will be added").waitFor();
  await popup.getByText("Old VPN · mobile: makes a kind of code that isn't known here").waitFor();
  await look(popup, "popup-import-plan");
  await popup.getByRole("button", { name: "Add 6 accounts" }).click();
  await popup.getByRole("status").filter({ hasText: "6 accounts have been added." }).waitFor();
  expect(await popup.getByRole("listitem").count()).toBe(6);

  const code = () =>
    execFileSync("oathtool", [
      "--totp=SHA256",
      "-b",
      "-d",
      "8",
      "-s",
      "45s",
      "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQGEZA",
    ])
      .toString()
      .trim();
  await expect.poll(() => shownCode(popup, "Correos España")).toBe(code());
  await expect.poll(() => shownCode(popup, "Steam")).toMatch(/^[2-9BCDFGHJKMNPQRTVWXY]{5}$/);
  await popup.getByRole("status").filter({ hasText: "have been added" }).waitFor({ state: "detached" });
  await look(popup, "popup-codes-imported");

  await popup.getByRole("button", { name: "Add account" }).click();
  await openImport(popup);
  await file(popup).setInputFiles([exported("ente-auth-sealed.json"), exported("one-password.1pux")]);
  await popup.getByText("This file is protected by a password.").waitFor();
  await popup.getByLabel("Password of ente-auth-sealed.json").fill("not this");
  await popup.getByRole("button", { name: "Open" }).click();
  await popup.getByText("That password doesn't open this file. Try it again.").waitFor();
  await look(popup, "popup-import-password");
  await popup.getByLabel("Password of ente-auth-sealed.json").fill(password);
  await popup.getByRole("button", { name: "Open" }).click();
  await popup.getByText("7 accounts from Ente Auth").waitFor();
  await popup.getByText("9 are here already").waitFor();
  await popup.getByText("Gone: lies in the other program's bin").waitFor();
  expect(await popup.getByRole("button", { name: /^Add \d/ }).count()).toBe(0);
  await look(popup, "popup-import-already");

  await popup.getByRole("button", { name: "Leave out one-password.1pux" }).click();
  await file(popup).setInputFiles(exported("google-parts-1-3.txt"));
  await popup.getByText("This is part 1, 3 of 3.").waitFor();
  await file(popup).setInputFiles({
    name: "holiday.jpg",
    mimeType: "image/jpeg",
    buffer: Buffer.from([255, 216, 255, 224]),
  });
  await popup.getByText("This is no file that Latchkey knows.").waitFor();
  await look(popup, "popup-import-parts");
});

journey("reads links that are pasted, and stays as it is when nothing is to be added", async ({ popup }) => {
  await openImport(popup);
  await popup
    .getByLabel("Or paste links")
    .fill("otpauth://totp/A:ana?secret=JBSWY3DPEHPK3PXP\nsteam://JBSWY3DPEHPK3PXQ\nnothing\n");
  await popup.getByRole("button", { name: "Read the links" }).click();
  await popup.getByText("2 accounts will be added").waitFor();
  await popup.getByText("#3: is no link of an account").waitFor();
  await popup.getByRole("button", { name: "Add 2 accounts" }).click();
  await popup.getByRole("listitem").filter({ hasText: "Steam" }).waitFor();
});

journey("makes a backup that brings all back, warns before a plain file, and shows a QR code", async ({ popup }) => {
  await openImport(popup);
  await file(popup).setInputFiles(exported("aegis-v3.json"));
  await popup.getByRole("button", { name: "Add 6 accounts" }).click();
  await popup.getByRole("listitem").first().waitFor();

  await openMenu(popup, "Back up or export");
  await popup.getByLabel("Passphrase", { exact: true }).fill("a quiet harbour at dawn");
  await popup.getByLabel("Passphrase again").fill("a quiet harbor at dawn");
  await popup.getByRole("button", { name: "Save backup" }).click();
  await popup.getByText("The two passphrases differ.").waitFor();
  await look(popup, "popup-export-backup");
  await popup.getByLabel("Passphrase again").fill("a quiet harbour at dawn");
  const [backup] = await Promise.all([
    popup.waitForEvent("download", { timeout: 60_000 }),
    popup.getByRole("button", { name: "Save backup" }).click(),
  ]);
  await popup.getByText("6 accounts are in it.").waitFor();
  const text = readFileSync(await backup.path(), "utf8");
  expect(text).toContain('"format": "latchkey-backup"');
  expect(text).not.toContain("GitHub");

  await popup.getByText("Not encrypted. Read nearly everywhere.").click();
  await popup.getByRole("button", { name: "Export" }).click();
  await popup.getByText("Tick the box to write a file that is not encrypted.").waitFor();
  await look(popup, "popup-export-plain");
  await popup.getByLabel("I understand, write it without encryption").check();
  const [links] = await Promise.all([
    popup.waitForEvent("download"),
    popup.getByRole("button", { name: "Export" }).click(),
  ]);
  expect(readFileSync(await links.path(), "utf8")).toContain("otpauth://steam/Steam:gamer?secret=");

  await popup.keyboard.press("Escape");
  await popup.getByRole("button", { name: "More about GitHub" }).click();
  await popup.getByRole("button", { name: "Show as QR code" }).click();
  await popup.getByRole("button", { name: "Show the code" }).click();
  expect(await readQrCode(popup.getByRole("img", { name: "QR code with this account's key" }))).toContain(
    "otpauth://totp/GitHub:ana?secret=",
  );
  await look(popup, "popup-account-qr");
  await popup.keyboard.press("Escape");

  // Another browser with an empty vault, which has nothing but the file and the passphrase.
  await popup.evaluate(() => chrome.storage.local.clear());
  await popup.reload();
  await openImport(popup);
  await file(popup).setInputFiles({ name: "backup.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await popup.getByLabel("Password of backup.json").fill("a quiet harbour at dawn");
  await popup.getByRole("button", { name: "Open" }).click();
  await popup.getByText("6 accounts from Latchkey").waitFor({ timeout: 60_000 });
  await popup.getByRole("button", { name: "Add 6 accounts" }).click();
  await popup.getByRole("listitem").first().getByRole("img", { name: "Pinned" }).waitFor();
});

journey("pins, tags, moves and orders accounts", async ({ popup }) => {
  await openImport(popup);
  await file(popup).setInputFiles(exported("andotp.json"));
  await popup.getByRole("button", { name: "Add 7 accounts" }).click();
  const names = async () => await popup.getByRole("listitem").locator("b").allTextContents();
  await expect.poll(async () => (await names()).length).toBe(7);
  const [first = "", second = "", third = ""] = await names();

  await popup.getByRole("button", { name: `More about ${third}` }).click();
  await popup.getByLabel("Tags").fill("bank, work");
  await look(popup, "popup-entry-tags");
  await popup.getByRole("button", { name: "Save tags" }).click();
  await popup.getByRole("button", { name: `More about ${third}` }).click();
  await popup.getByRole("button", { name: "Pin to the top" }).click();
  await expect.poll(async () => (await names())[0]).toContain(third);

  await popup.getByRole("group", { name: "Show accounts with a tag" }).getByText("bank").click();
  expect(await names()).toHaveLength(1);
  await look(popup, "popup-codes-tag");
  await popup.getByRole("group", { name: "Show accounts with a tag" }).getByText("All").click();
  await popup.getByRole("searchbox").fill("work");
  expect(await names()).toHaveLength(2);
  await popup.getByRole("searchbox").fill("");

  await popup.getByRole("listitem").filter({ hasText: first }).getByRole("button", { name: /Copy$/ }).focus();
  await popup.keyboard.press("Alt+ArrowDown");
  await popup
    .getByRole("status")
    .filter({ hasText: `${first} is now number 3 of 7.` })
    .waitFor();
  expect((await names()).slice(1, 3)).toEqual([second, first]);
  await popup
    .getByRole("listitem")
    .filter({ hasText: first })
    .dragTo(popup.getByRole("listitem").filter({ hasText: second }), {
      targetPosition: { x: 100, y: 4 },
    });
  await expect.poll(async () => (await names()).slice(1, 3)).toEqual([first, second]);

  await popup.getByRole("button", { name: "More", exact: true }).click();
  await look(popup, "popup-codes-menu");
  await popup.getByLabel("Recently used first").check();
  await popup.getByRole("listitem").filter({ hasText: "Steam" }).getByRole("button", { name: /Copy$/ }).click();
  await popup.reload();
  await expect.poll(async () => (await names())[1]).toBe("Steam");
});

journey("scrolls through 1,000 accounts with few of them in the page", async ({ popup }) => {
  const links = Array.from({ length: 1000 }, (_, index) => {
    const secret = `AAAA${[...String(index).padStart(4, "0")].map((digit) => "ABCDEFGHIJ"[Number(digit)]).join("")}`;
    return `otpauth://totp/Site%20${index}:ana?secret=${secret}`;
  });
  await openImport(popup);
  await file(popup).setInputFiles({ name: "many.txt", mimeType: "text/plain", buffer: Buffer.from(links.join("\n")) });
  await popup.getByRole("button", { name: "Add 1000 accounts" }).click();
  await popup.getByText("Site 0", { exact: true }).waitFor();
  expect(await popup.getByRole("listitem").count()).toBeLessThan(50);
  await popup.locator(".rows").evaluate((list) => {
    list.scrollTop = list.scrollHeight;
  });
  await popup.getByText("Site 999", { exact: true }).waitFor();
  expect(await popup.getByRole("listitem").last().getAttribute("aria-posinset")).toBe("1000");
  await look(popup, "popup-codes-thousand");
  await popup.getByRole("searchbox").fill("site 512");
  await popup.getByText("Site 512", { exact: true }).waitFor();
  expect(await popup.getByRole("listitem").count()).toBe(1);
});
