import { expect } from "vitest";
import { addAccount } from "./support/codes.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

journey("keeps a removed code in Recently deleted, to be restored or removed for good", async ({ popup }) => {
  for (const [index, site] of ["GitHub", "npm"].entries()) await addAccount(popup, site, key.slice(index * 8));
  for (const site of ["npm", "GitHub"]) {
    await popup.getByRole("button", { name: `More about ${site}` }).click();
    await popup.getByRole("button", { name: "Delete code" }).click();
    await popup.getByRole("dialog").getByText("for 30 days").waitFor();
    await popup.getByRole("dialog").getByRole("button", { name: "Delete code" }).click();
    await popup.getByRole("status").filter({ hasText: "You can restore it for 30 days." }).waitFor();
    if (site === "npm") await look(popup, "bin-at-the-lists-end");
  }
  await popup.getByRole("heading", { name: "No codes yet" }).waitFor();
  await look(popup, "bin-when-empty");
  await popup.getByRole("button", { name: "Recently deleted: 2" }).click();
  await popup.getByText("Deleted for good in 30 days").first().waitFor();
  await look(popup, "bin");
  await popup.getByRole("button", { name: "Restore: GitHub" }).click();
  await popup.getByText("GitHub restored.").waitFor();
  await popup.keyboard.press("Tab");
  await expect
    .poll(() => popup.evaluate(() => document.activeElement?.getAttribute("aria-label")))
    .toBe("Restore: npm");
  await popup.getByRole("button", { name: "Back", exact: true }).click();
  await popup.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();

  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByRole("button", { name: "Delete for good: npm" }).click();
  await look(popup, "bin-for-good");
  await popup.getByRole("button", { name: "Delete for good", exact: true }).click();
  await popup.getByText("npm deleted for good.").waitFor();
  await popup.getByText("No recently deleted codes.").waitFor();
});
