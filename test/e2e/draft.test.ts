import { expect } from "vitest";
import { journey } from "./support/journey.ts";

journey("goes on with a code that was half filled in when the popup closed", async ({ popup }) => {
  const address = popup.url();
  const closeAndOpen = async () => {
    await popup.goto("about:blank");
    await popup.goto(address);
  };
  await popup.getByRole("button", { name: "Enter a setup key" }).click();
  await popup.getByLabel("Site").fill("Cloudflare");
  await popup.getByLabel("Key", { exact: true }).fill("gezd gnbv gy3t qojq");
  await expect.poll(() => popup.evaluate(async () => (await chrome.storage.session.get("draft")).draft)).toBeTruthy();
  await closeAndOpen();
  expect(await popup.getByLabel("Site").inputValue()).toBe("Cloudflare");
  expect(await popup.getByLabel("Key", { exact: true }).inputValue()).toBe("gezd gnbv gy3t qojq");
  const kept = await popup.evaluate(async () => JSON.stringify(await chrome.storage.session.get()));
  for (const plain of ["Cloudflare", "gezd"]) expect(kept).not.toContain(plain);
  await popup.getByRole("button", { name: "Save code" }).click();
  await popup.getByRole("listitem").filter({ hasText: "Cloudflare" }).waitFor();
  await closeAndOpen();
  await popup.getByRole("listitem").filter({ hasText: "Cloudflare" }).waitFor();

  await popup.getByRole("button", { name: "Add code" }).click();
  await popup.getByLabel("Link", { exact: true }).fill("otpauth://totp/half");
  await popup.getByRole("button", { name: "Back" }).click();
  await closeAndOpen();
  await popup.getByRole("listitem").filter({ hasText: "Cloudflare" }).waitFor();
});
