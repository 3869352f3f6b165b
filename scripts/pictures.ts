import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { chromiumPath } from "./ensure-tools.ts";
import { repository } from "./run-tool.ts";

/** The screens of the README's picture, from left to right, with the width each is shown at. */
const shown = [
  { name: "popup-codes-popup-light", width: 300 },
  { name: "popup-security-on-popup-light", width: 300 },
  { name: "second-step-app-wide-light", width: 560 },
];

const screens = join(repository, "test/e2e/screens");
const missing = shown.filter(({ name }) => !existsSync(join(screens, `${name}.png`)));
if (missing.length > 0) throw new Error("The screens are not there. `npm test` makes them.");

const images = await Promise.all(
  shown.map(async ({ name, width }) => {
    const png = await readFile(join(screens, `${name}.png`), "base64");
    return `<img width="${width}" alt="" src="data:image/png;base64,${png}">`;
  }),
);
const style = `body { display: flex; gap: 24px; align-items: center; margin: 0; padding: 28px; width: fit-content; background: #dfe5e0 }
  img { border-radius: 10px; box-shadow: 0 4px 18px rgb(15 30 20 / 18%) }`;
const browser = await chromium.launch({ executablePath: chromiumPath(), args: ["--no-sandbox", "--disable-gpu"] });
const page = await browser.newPage({ viewport: { width: 1300, height: 100 }, deviceScaleFactor: 1.5 });
await page.setContent(`<!doctype html><style>${style}</style>${images.join("")}`);
await page.locator("body").screenshot({ path: join(repository, "docs/pictures/overview.png") });
await browser.close();
