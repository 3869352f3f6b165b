import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chromiumPath } from "../../scripts/ensure-tools.ts";
import { buildGallery, gallery, serveGallery } from "./build-gallery.ts";
import { findCutText } from "./find-cut-text.ts";
import { names } from "./names.ts";

const pictures = fileURLToPath(new URL("pictures", import.meta.url));

/** How each screen is looked at; `text` is the browser's own size of text, in pixels. Colors are the same at every size. */
const looks = [
  { look: "light", surface: "popup", width: 380, height: 600, text: 16, colorScheme: "light", axe: true },
  { look: "dark", surface: "popup", width: 380, height: 600, text: 16, colorScheme: "dark", axe: true },
  { look: "very-large", surface: "popup", width: 380, height: 600, text: 24, colorScheme: "light", axe: false },
  { look: "narrow", surface: "panel", width: 320, height: 600, text: 16, colorScheme: "light", axe: false },
  { look: "double", surface: "panel", width: 320, height: 600, text: 32, colorScheme: "dark", axe: false },
  { look: "page", surface: "page", width: 1180, height: 720, text: 16, colorScheme: "light", axe: false },
] as const;

let browser: Browser;
let files: Map<string, string | Uint8Array>;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  const args = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
  [files, browser] = await Promise.all([
    buildGallery(),
    chromium.launch({ executablePath: chromiumPath(), headless: false, args }),
  ]);
}, 120_000);

afterAll(() => browser?.close());

it.concurrent.each(names)(
  "%s is shown whole, in every look",
  async (name) => {
    const context = await browser.newContext({
      locale: "en-US",
      reducedMotion: "reduce",
      permissions: ["clipboard-write"],
    });
    context.setDefaultTimeout(15_000);
    await serveGallery(context, files);
    const wrong: string[] = [];
    context.on("weberror", (error) => wrong.push(String(error.error().stack)));
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date("2026-11-29T12:00:12Z"));
    let shown: string | undefined;
    for (const look of looks) {
      await page.setViewportSize(look);
      if (look.surface !== shown) await open(page, name, look.surface);
      shown = look.surface;
      wrong.push(...(await lookAt(page, name, look)));
    }
    await context.close();
    expect(wrong, name).toEqual([]);
  },
  120_000,
);

async function open(page: Page, name: string, surface: string): Promise<void> {
  const file = surface === "panel" ? "sidepanel" : "index";
  await page.goto(`${gallery}/${file}.html?screen=${name}&surface=${surface}#in=${surface}`);
  await page.locator(`[data-drawn="${name}"]`).waitFor();
  await page.locator("main :is(button, a, p)").first().waitFor();
  await page.waitForLoadState("networkidle");
}

/** What is wrong with a screen in one look. Its picture is kept. */
async function lookAt(page: Page, name: string, { look, text, colorScheme, axe }: (typeof looks)[number]) {
  await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
  await page.evaluate((size) => {
    document.documentElement.style.fontSize = `${size}px`;
  }, text);
  await page.screenshot({ path: `${pictures}/${name}-${look}.png`, fullPage: true });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  const wrong = (await page.evaluate(findCutText)).map((cut) => `${look}: ${cut}`);
  if (overflow > 0) wrong.push(`${look}: ${overflow} px wider than its window`);
  if (!axe) return wrong;
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return [...wrong, ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${look}: ${id} (${target})`))];
}
