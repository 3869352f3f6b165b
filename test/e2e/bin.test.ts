import { expect } from "vitest";
import { addAccount } from "./support/codes.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

journey("keeps a removed account in the bin, to be put back or removed for good", async ({ popup }) => {
  for (const [index, site] of ["GitHub", "npm"].entries()) await addAccount(popup, site, key.slice(index * 8));
  for (const site of ["npm", "GitHub"]) {
    await popup.getByRole("button", { name: `More about ${site}` }).click();
    await popup.getByRole("button", { name: "Remove account" }).click();
    await popup.getByRole("dialog").getByText("It stays in the bin for 30 days").waitFor();
    await popup.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
    await popup.getByRole("status").filter({ hasText: "It stays in the bin for 30 days." }).waitFor();
    if (site === "npm") await look(popup, "bin-at-the-lists-end");
  }
  await popup.getByRole("heading", { name: "No accounts yet" }).waitFor();
  await look(popup, "bin-when-empty");
  await popup.getByRole("button", { name: "In the bin: 2" }).click();
  await popup.getByText("Gone for good in 30 days").first().waitFor();
  await look(popup, "bin");
  await popup.getByRole("button", { name: "Put back: GitHub" }).click();
  await popup.getByText("GitHub is back with your codes.").waitFor();
  await popup.keyboard.press("Tab");
  await expect
    .poll(() => popup.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Put back: npm");
  await popup.getByRole("button", { name: "Back", exact: true }).click();
  await popup.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();

  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByRole("button", { name: "Remove for good: npm" }).click();
  await look(popup, "bin-for-good");
  await popup.getByRole("button", { name: "Remove for good", exact: true }).click();
  await popup.getByText("npm is gone for good.").waitFor();
  await popup.getByText("Nothing is in the bin.").waitFor();
});
