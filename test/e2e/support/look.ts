import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { expect } from "vitest";
import { screens } from "./screens.ts";

/** The widths at which a hosted page is looked at: a phone, and a desktop. */
const hostedSizes = { narrow: { width: 380, height: 760 }, wide: { width: 1180, height: 820 } };

/**
 * Looks at a screen as it is now: in light and dark, and a hosted page on a phone and a desktop too.
 * Keeps a picture of each in test/e2e/screens. Fails on anything that axe finds, and on a page wider than its window.
 * Of a page that is very long and all alike, `parts` (selectors) are what axe looks at, and the picture is of its beginning.
 */
export async function look(page: Page, name: string, parts: string[] = []): Promise<void> {
  await page.mouse.move(0, 0);
  const own = page.viewportSize() ?? hostedSizes.wide;
  const sizes = page.url().startsWith("http") ? hostedSizes : { popup: own };
  for (const [size, viewport] of Object.entries(sizes)) {
    await page.setViewportSize(viewport);
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.screenshot({ path: `${screens}/${name}-${size}-${colorScheme}.png`, fullPage: parts.length === 0 });
      // Dark differs in its colours alone, and those are the same at every width.
      if (colorScheme === "dark" && size === "narrow") continue;
      const axe = new AxeBuilder({ page }).setLegacyMode();
      const { violations } = await parts.reduce((builder, part) => builder.include(part), axe).analyze();
      const found = violations.flatMap(({ id, help, nodes }) =>
        nodes.map(({ target }) => `${id}: ${help} (${target})`),
      );
      expect(found, `axe, ${name}, ${size}, ${colorScheme}`).toEqual([]);
    }
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
    expect(overflow, `${name} at ${viewport.width} px is wider than its window`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize(own);
  await page.emulateMedia({ colorScheme: null, reducedMotion: null });
}
