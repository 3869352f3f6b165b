import type { Page } from "playwright-core";

/** How much two colours that belong together differ in luminance (WCAG 2.2), by what they are of. */
export type Contrasts = Record<string, number>;

/** The contrasts of a sign-in element as a browser draws it, in both themes, for a site's accent colour. */
export async function contrastsWith(page: Page, accent: string): Promise<Contrasts> {
  // A colour on its way to another one is neither.
  await page.emulateMedia({ reducedMotion: "reduce" });
  return await page.locator("latchkey-sign-in").evaluate((element: HTMLElement, colour) => {
    const canvas = new OffscreenCanvas(1, 1).getContext("2d", { willReadFrequently: true });
    const luminance = (css: string) => {
      if (!canvas) throw new Error("no canvas");
      canvas.fillStyle = css;
      canvas.fillRect(0, 0, 1, 1);
      const linear = [...canvas.getImageData(0, 0, 1, 1).data].map((part) =>
        part <= 10 ? part / 255 / 12.92 : ((part / 255 + 0.055) / 1.055) ** 2.4,
      );
      const [red = 0, green = 0, blue = 0] = linear;
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const contrast = (one: string, other: string) => {
      const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
      return (light + 0.05) / (dark + 0.05);
    };
    const styleOf = (selector: string) => getComputedStyle(element.shadowRoot?.querySelector(selector) ?? element);
    element.style.setProperty("--latchkey-accent", colour);
    const found: Record<string, number> = {};
    for (const theme of ["light", "dark"]) {
      element.setAttribute("theme", theme);
      const button = styleOf(".button.primary");
      found[`${colour}, ${theme}, button`] = contrast(button.color, button.backgroundColor);
      found[`${colour}, ${theme}, link`] = contrast(
        styleOf(".button.link").color,
        getComputedStyle(element).backgroundColor,
      );
    }
    return found;
  }, accent);
}
