import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, onTestFinished } from "vitest";
import { addAccount } from "./support/codes.ts";
import { formPages } from "./support/form-pages.ts";
import { journey } from "./support/journey.ts";
import { servePages } from "./support/page-server.ts";

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

journey("E8 keeps codes in Chromium where every site's data is blocked", async ({ profile }) => {
  const server = await servePages(formPages);
  onTestFinished(server.stop);
  await mkdir(join(profile.folder, "Default"));
  // As "Block all cookies" in its settings writes it.
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  await writeFile(join(profile.folder, "Default/Preferences"), JSON.stringify(preferences));
  let popup = await profile.open();
  const site = await popup.context().newPage();
  await site.goto(`${server.site}/one-time-code`);
  const keeps = () => {
    try {
      return localStorage !== null;
    } catch {
      return false;
    }
  };
  expect(await site.evaluate(keeps)).toBe(false);
  await site.close();
  await addAccount(popup, "GitHub", key);
  await popup.getByRole("button", { name: "Settings" }).click();
  await popup.getByLabel("Theme").selectOption("Dark");
  await profile.close();

  popup = await profile.open();
  await popup.getByRole("listitem").filter({ hasText: "GitHub" }).waitFor();
  expect(await popup.evaluate(() => document.documentElement.style.colorScheme)).toBe("dark");
});
