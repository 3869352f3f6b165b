import { expect } from "vitest";
import { exported, fileInput, openImport } from "./support/import.ts";
import { journey } from "./support/journey.ts";
import { look } from "./support/look.ts";

journey("pins, tags, moves and orders codes", async ({ popup }) => {
  await openImport(popup);
  await fileInput(popup).setInputFiles(exported("andotp.json"));
  await popup.getByRole("button", { name: "Add 7 codes" }).click();
  const names = async () => await popup.getByRole("listitem").locator("b").allTextContents();
  await expect.poll(async () => (await names()).length).toBe(7);
  const [first = "", second = "", third = ""] = await names();

  await popup.getByRole("button", { name: `More about ${third}` }).click();
  await popup.getByLabel("Tags").fill("bank, work");
  await look(popup, "popup-entry-tags");
  await popup.getByLabel("Pin to the top").check();
  await popup.getByRole("button", { name: "Save" }).click();
  await expect.poll(async () => (await names())[0]).toContain(third);

  await popup.getByRole("group", { name: "Show codes with a tag" }).getByText("bank").click();
  expect(await names()).toHaveLength(1);
  await look(popup, "popup-codes-tag");
  await popup.getByRole("group", { name: "Show codes with a tag" }).getByText("All").click();
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
  await popup.getByRole("status").filter({ hasText: "Copied the Steam code" }).waitFor();
  await popup.reload();
  await expect.poll(async () => (await names())[1]).toBe("Steam");
});

journey("scrolls through 1,000 codes with few of them in the page", async ({ popup }) => {
  const links = Array.from({ length: 1000 }, (_, index) => {
    const secret = `AAAA${[...String(index).padStart(4, "0")].map((digit) => "ABCDEFGHIJ"[Number(digit)]).join("")}`;
    return `otpauth://totp/Site%20${index}:ana?secret=${secret}`;
  });
  await openImport(popup);
  await fileInput(popup).setInputFiles({
    name: "many.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(links.join("\n")),
  });
  await popup.getByRole("button", { name: "Add 1000 codes" }).click();
  await popup.getByText("Site 0", { exact: true }).waitFor();
  expect(await popup.getByRole("listitem").count()).toBeLessThan(50);
  await popup.getByRole("searchbox").focus();
  for (let row = 1; row <= 40; row++) await popup.keyboard.press("ArrowDown");
  const focused = popup.locator(".row:focus-within");
  expect(await focused.getAttribute("aria-posinset")).toBe("40");
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
