import { expect } from "vitest";
import { addAccount } from "./support/codes.ts";
import { journey } from "./support/journey.ts";

const keys = ["JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"] as const;

journey("keeps what two windows save in the same moment, and shows it in both", async ({ popup }) => {
  await addAccount(popup, "First", keys[0].slice(8));
  const other = await popup.context().newPage();
  await other.goto(popup.url());
  const windows = [popup, other];
  for (const [index, window] of windows.entries()) {
    await window.getByRole("button", { name: "Add code" }).click();
    await window.getByLabel("Link", { exact: true }).fill(`otpauth://totp/Window${index}?secret=${keys[index]}`);
  }
  await Promise.all(windows.map((window) => window.getByRole("button", { name: "Save code" }).click()));
  for (const window of windows) {
    const names = window.getByRole("list", { name: "Your codes" }).locator("b");
    await expect.poll(async () => (await names.allTextContents()).toSorted()).toEqual(["First", "Window0", "Window1"]);
  }
});
