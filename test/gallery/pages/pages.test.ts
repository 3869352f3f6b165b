import { mkdir } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { AxeBuilder } from "@axe-core/playwright";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, it } from "vitest";
import { chromiumPath } from "../../../scripts/ensure-tools.ts";
import { readQrCode } from "../../e2e/support/qr-code.ts";
import { buildPages, origin, servePages } from "./build-pages.ts";
import { findOutside } from "./find-outside.ts";
import { findUnfiledPasswords } from "./find-unfiled-passwords.ts";
import { screens } from "./screens.ts";
import { now, setUpLink } from "./service.ts";

const pictures = fileURLToPath(new URL("../pictures", import.meta.url));

/** How each screen is looked at; `text` is the browser's own size of text, in pixels. */
const plain = { width: 390, text: 16, colorScheme: "light", forcedColors: "none", dir: "ltr", axe: false } as const;
const looks = [
  { ...plain, look: "320", width: 320 },
  { ...plain, look: "390", axe: true },
  { ...plain, look: "768", width: 768 },
  { ...plain, look: "1280-dark", width: 1280, colorScheme: "dark", axe: true },
  { ...plain, look: "double", text: 32 },
  { ...plain, look: "contrast", forcedColors: "active" },
  { ...plain, look: "rtl", width: 320, dir: "rtl" },
] as const;

/** What axe looks at of a page that is very long and all alike. */
const partsOf: Partial<Record<string, string[]>> = {
  docs: [".top", "nav", "#first-request", "#sign-in", "#activity", "#problems"],
};

let browser: Browser;
let files: Map<string, string | Uint8Array>;

beforeAll(async () => {
  await mkdir(pictures, { recursive: true });
  const args = ["--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars"];
  [files, browser] = await Promise.all([
    buildPages(),
    chromium.launch({ executablePath: chromiumPath(), headless: false, args }),
  ]);
}, 180_000);

afterAll(() => browser?.close());

it.concurrent.each(Object.keys(screens))(
  "%s is shown whole, in every look",
  async (name) => {
    const screen = screens[name];
    if (!screen) throw new Error(`no screen ${name}`);
    const context = await browser.newContext({ locale: "en-US", reducedMotion: "reduce" });
    context.setDefaultTimeout(20_000);
    await servePages(context, files, screen.answers);
    const wrong: string[] = [];
    context.on("weberror", (error) => wrong.push(String(error.error().stack)));
    const page = await context.newPage();
    await page.clock.setFixedTime(new Date(now));
    await page.goto(origin + screen.path);
    await page.locator("main :is(h1, h2)").first().waitFor();
    await screen.act?.(page);
    await page.waitForLoadState("networkidle");
    wrong.push(...(await page.evaluate(findUnfiledPasswords)));
    for (const look of looks) wrong.push(...(await lookAt(page, name, look)));
    await context.close();
    expect(wrong, name).toEqual([]);
  },
  180_000,
);

it("a QR code for the longest address has modules of three pixels at 320 px, and is read at half its size", async () => {
  const context = await browser.newContext({ viewport: { width: 320, height: 800 }, deviceScaleFactor: 0.5 });
  await servePages(context, files, screens["set-up-app"]?.answers ?? {});
  const page = await context.newPage();
  await page.goto(`${origin}/profile/security`);
  await screens["set-up-app"]?.act?.(page);
  const code = page.getByRole("img", { name: /QR code/ });
  const modules = await code.evaluate((shown) =>
    shown instanceof SVGSVGElement ? shown.getBoundingClientRect().width / shown.viewBox.baseVal.width : 0,
  );
  expect(modules).toBeGreaterThanOrEqual(3);
  expect(await readQrCode(code)).toBe(setUpLink);
  await context.close();
}, 60_000);

/** What is wrong with a screen in one look. Its picture is kept. */
async function lookAt(page: Page, name: string, { look, text, dir, width, axe, ...media }: (typeof looks)[number]) {
  await page.setViewportSize({ width, height: 800 });
  await page.emulateMedia({ ...media, reducedMotion: "reduce" });
  await page.evaluate(
    ({ size, direction }) => {
      document.documentElement.style.fontSize = `${size}px`;
      document.documentElement.dir = direction;
    },
    { size: text, direction: dir },
  );
  await page.screenshot({ path: `${pictures}/${name}-${look}.png`, fullPage: name !== "docs" });
  const wrong = (await page.evaluate(findOutside)).map((found) => `${look}: ${found}`);
  if (!axe) return wrong;
  const builder = new AxeBuilder({ page }).setLegacyMode();
  const { violations } = await (partsOf[name] ?? []).reduce((all, part) => all.include(part), builder).analyze();
  return [...wrong, ...violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${look}: ${id} (${target})`))];
}
