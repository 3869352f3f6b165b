import { expect } from "vitest";
import { journey } from "./support/journey.ts";
import { openShop } from "./support/shop.ts";

journey(
  "speaks English where the words of a language are not those that it was built with",
  async ({ page, consoleWatch }) => {
    const shop = await openShop({ "/es": `<latchkey-sign-in data-session="bearer" lang="es"></latchkey-sign-in>` });
    consoleWatch.allow(/integrity|Failed to load resource|elements\.es\.js/);
    await page.route("**/elements.es.js", (route) =>
      route.fulfill({
        contentType: "text/javascript",
        headers: { "Access-Control-Allow-Origin": "*" },
        body: "globalThis.ran = true; export const panelWords = {};",
      }),
    );
    await page.goto(`${shop.otherSite}/es`);
    await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    expect(await page.evaluate(() => "ran" in globalThis), "what is not ours never runs").toBe(false);
  },
);
