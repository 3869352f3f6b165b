import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chromiumPath } from "../../scripts/ensure-tools.ts";
import { buildGallery, type Gallery, serveGallery } from "./build-gallery.ts";
import { findCutText } from "./find-cut-text.ts";
import { names } from "./names.ts";

const pictures = fileURLToPath(new URL("pictures", import.meta.url));

/**
 * How each screen is looked at; `text` is the browser's own size of text, in pixels. A screen is mounted once for the popup and
 * the side panel, which differ in their size alone, and once for a tab. The theme changes nothing but colors.
 */
const looks = [
  { look: "light", surface: "popup", width: 380, height: 600, text: 16, colorScheme: "light", axe: "all" },
  { look: "dark", surface: "popup", width: 380, height: 600, text: 16, colorScheme: "dark", axe: "colors" },
  { look: "very-large", surface: "popup", width: 380, height: 600, text: 24, colorScheme: "light", axe: "none" },
  { look: "narrow", surface: "panel", width: 320, height: 600, text: 16, colorScheme: "light", axe: "none" },
  { look: "double", surface: "panel", width: 320, height: 600, text: 32, colorScheme: "dark", axe: "none" },
  { look: "page", surface: "page", width: 1180, height: 720, text: 16, colorScheme: "light", axe: "none" },
] as const;

let browser: Browser;
let gallery: Gallery;
/** Those that look at no screen just now; as many as screens are looked at at once. */
const free: Page[] = [];

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  const args = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
  [gallery, browser] = await Promise.all([
    buildGallery().then(serveGallery),
    chromium.launch({ executablePath: chromiumPath(), headless: false, args }),
  ]);
  const context = await browser.newContext({
    locale: "en-US",
    reducedMotion: "reduce",
    permissions: ["clipboard-write"],
  });
  for (const page of [await context.newPage(), await context.newPage()]) {
    await page.clock.setFixedTime(new Date("2026-11-29T12:00:12Z"));
    free.push(page);
  }
}, 120_000);

afterAll(async () => {
  await browser?.close();
  await gallery?.close();
});

it.concurrent.each(names)(
  "%s is shown whole, in every look",
  async (name) => {
    const page = free.pop();
    if (!page) throw new Error("more screens are looked at at once than there are pages");
    const wrong: string[] = [];
    const note = (error: Error) => wrong.push(String(error.stack));
    page.on("pageerror", note);
    let mounted: string | undefined;
    for (const look of looks) {
      await page.setViewportSize(look);
      await page.emulateMedia({ colorScheme: look.colorScheme, reducedMotion: "reduce" });
      const asked = look.surface === "page" ? "page" : "popup";
      if (asked !== mounted) await page.goto(`${gallery.address}/?screen=${name}&in=${asked}#in=${asked}`);
      mounted = asked;
      wrong.push(...(await lookAt(page, name, look)));
    }
    page.off("pageerror", note);
    free.push(page);
    expect(wrong, name).toEqual([]);
  },
  120_000,
);

/** What is wrong with a screen in one look. Its picture is kept. */
async function lookAt(page: Page, name: string, { look, surface, text, axe }: (typeof looks)[number]) {
  await page.waitForFunction((screen) => document.documentElement.dataset.drawn === screen, name);
  await page.evaluate(
    async ([size, shownIn]) => {
      const { dataset, style } = document.documentElement;
      if (dataset.surface !== undefined) dataset.surface = shownIn;
      style.fontSize = size;
      const painted = () => new Promise((resolve) => requestAnimationFrame(resolve));
      await painted();
      await painted();
    },
    [`${text}px`, surface] as const,
  );
  await page.screenshot({ path: `${pictures}/${name}-${look}.png` });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const wrong = (await page.evaluate(findCutText)).map((cut) => `${look}: ${cut}`);
  if (overflow > 0) wrong.push(`${look}: ${overflow} px wider than its window`);
  if (axe === "none") return wrong;
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (axe === "colors" ? builder.withRules(["color-contrast"]) : builder).analyze();
  return [...wrong, ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${look}: ${id} (${target})`))];
}
