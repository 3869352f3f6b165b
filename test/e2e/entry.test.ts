import { expect } from "vitest";
import { addAccount } from "./support/codes.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
const sites = ["GitHub", "npm", "Cloudflare"];

journey("saves all that was changed about a code at once, and asks before it is lost", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  await popup.getByRole("button", { name: "More about GitHub" }).click();
  await popup.getByRole("button", { name: "Copy", exact: true }).click();
  await popup.getByRole("button", { name: "Copied", exact: true }).waitFor();
  await popup.getByLabel("Name").fill("Forge");
  await popup.keyboard.press("Escape");
  await popup.getByRole("dialog", { name: "Discard your changes?" }).waitFor();
  await look(popup, "entry-discard");
  await popup.getByRole("button", { name: "Keep editing" }).click();
  await popup.getByLabel("Pin to the top").check();
  await popup.getByLabel("Tags").fill("work");
  await popup.getByLabel("Notes").fill("recovery: 1234");
  await popup.getByLabel("Icon").fill("🦊");
  await popup.getByRole("button", { name: "Security" }).click();
  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  await popup.getByRole("button", { name: "More about GitHub" }).click();
  expect(await popup.getByLabel("Name").inputValue()).toBe("Forge");
  await popup.getByRole("button", { name: "Save" }).click();

  const row = popup.getByRole("listitem").filter({ hasText: "Forge" });
  await row.getByRole("img", { name: "Pinned" }).waitFor();
  await row.getByText("🦊").waitFor();
  await popup.getByRole("button", { name: "More about Forge" }).click();
  expect(await popup.getByLabel("Notes").inputValue()).toBe("recovery: 1234");
  expect(await popup.getByLabel("Tags").inputValue()).toBe("work");
  await popup.getByRole("button", { name: "Show setup key" }).click();
  await popup.getByText(key.match(/.{4}/g)?.join(" ") ?? "").waitFor();
  await popup.getByText("Code settings").click();
  await popup.getByLabel("Digits").fill("8");
  await popup.getByText("may not be accepted").waitFor();
  await popup.getByRole("button", { name: "Save" }).click();
  await expect
    .poll(async () => (await row.locator(".digits > span").textContent())?.replace(/\D/g, ""))
    .toHaveLength(8);
});

journey("selects several codes, tags and deletes them at once, and takes that back", async ({ popup }) => {
  for (const [index, site] of sites.entries()) await addAccount(popup, site, key.slice(index * 8));
  const names = async () => await popup.getByRole("listitem").locator("b").allTextContents();
  const select = async (...chosen: string[]) => {
    await popup.getByRole("button", { name: "More", exact: true }).click();
    await popup.getByRole("button", { name: "Select codes" }).click();
    for (const site of chosen) await popup.getByLabel(site).check();
  };
  await select("GitHub", "Cloudflare");
  await look(popup, "select-codes");
  await popup.getByRole("button", { name: "Tag", exact: true }).click();
  await popup.getByLabel("Add tags").fill("work");
  await popup.getByRole("button", { name: "Save tags" }).click();
  await popup.getByRole("group", { name: "Show codes with a tag" }).getByText("work").click();
  expect(await names()).toEqual(["GitHub", "Cloudflare"]);
  await popup.getByRole("group", { name: "Show codes with a tag" }).getByText("All").click();

  await select("Cloudflare");
  await popup.getByRole("button", { name: "Move to top" }).click();
  await expect.poll(names).toEqual(["Cloudflare", "GitHub", "npm"]);
  await select("Cloudflare", "npm");
  await popup.getByRole("button", { name: "Delete", exact: true }).click();
  await popup.getByRole("button", { name: "Delete 2 codes" }).click();
  await expect.poll(names).toEqual(["GitHub"]);
  await popup.getByRole("button", { name: "Undo" }).click();
  await expect.poll(names).toEqual(["Cloudflare", "GitHub", "npm"]);
});

journey("moves through the list by its keys, and inside an open menu by the menu's", async ({ popup }) => {
  for (const [index, site] of sites.entries()) await addAccount(popup, site, key.slice(index * 8));
  const focused = () => popup.evaluate(() => document.activeElement?.closest(".row")?.querySelector("b")?.textContent);
  await popup.getByRole("searchbox").focus();
  await popup.keyboard.press("End");
  expect(await focused()).toBe("Cloudflare");
  await popup.keyboard.press("Home");
  expect(await focused()).toBe("GitHub");
  await popup.keyboard.press("PageDown");
  expect(await focused()).toBe("Cloudflare");
  await popup.keyboard.press("PageUp");
  expect(await focused()).toBe("GitHub");
  await popup.keyboard.press("ArrowUp");
  expect(await popup.getByRole("searchbox").evaluate((field) => field === document.activeElement)).toBe(true);

  await popup.getByRole("button", { name: "More", exact: true }).focus();
  await popup.keyboard.press("Enter");
  await popup.keyboard.press("ArrowDown");
  expect(await popup.evaluate(() => document.activeElement?.closest("[popover]") !== null)).toBe(true);
  await popup.keyboard.press("End");
  expect(await popup.evaluate(() => document.activeElement?.closest("[popover]") !== null)).toBe(true);
});

journey("looks as the person chose, in every window", async ({ popup }) => {
  await addAccount(popup, "GitHub", key);
  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByLabel("Hide codes until clicked").check();
  await popup.getByLabel("Theme").selectOption("dark");
  await popup.getByRole("button", { name: "Codes", exact: true }).click();
  const digits = popup.getByRole("listitem").locator(".digits");
  expect(await digits.textContent()).not.toMatch(/\d/);
  expect(await popup.evaluate(() => getComputedStyle(document.documentElement).colorScheme)).toBe("dark");
  await popup.getByRole("listitem").getByRole("button", { name: /Copy$/ }).click();
  await expect.poll(() => digits.textContent()).toMatch(/\d/);

  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByLabel("Open first").selectOption("security");
  await popup.getByLabel("Language").selectOption("es");
  await popup.getByRole("button", { name: "Seguridad" }).and(popup.locator("[aria-current]")).waitFor();
});
