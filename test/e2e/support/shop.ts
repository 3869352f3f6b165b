import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { inject } from "vitest";
import { repository } from "../../../scripts/run-tool.ts";
import type { LatchkeyElement } from "../../../worker/pages/elements/latchkey-element.tsx";
import { createAccount, type Somebody } from "./account.ts";
import type { ShopFiles } from "./shop-server.ts";

/** A shop that is not ours, whose pages have the elements in them, under the strictest policy that they work with. */
export interface Shop {
  /** Of the service's site, and on its list. */
  sameSite: string;
  /** Of another site, and on its list. */
  otherSite: string;
  /** Not on its list. */
  stranger: string;
}

/** Opens the shop, with pages of these elements (HTML) by path, in place of those before. */
export async function openShop(pages: Record<string, string>): Promise<Shop> {
  const service = inject("serviceAddress");
  const port = inject("shopPort");
  const policy = [
    "default-src 'none'",
    `script-src 'self' ${service}`,
    `connect-src ${service}`,
    "style-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join("; ");
  const files: ShopFiles = {
    "/shop.js": ["text/javascript", script],
    "/shop.css": ["text/css", styles],
  };
  for (const [path, elements] of Object.entries(pages)) {
    files[path] = ["text/html; charset=utf-8", pageWith(elements, service)];
  }
  await fetch(`http://localhost:${port}/`, { method: "PUT", body: JSON.stringify({ policy, files }) });
  return {
    sameSite: `http://localhost:${port}`,
    otherSite: `http://127.0.0.1:${port}`,
    stranger: `http://stranger.localhost:${port}`,
  };
}

/** A new account, made on the hosted pages, of which this browser knows nothing any more. */
export async function signUpElsewhere(page: Page, person: Somebody): Promise<void> {
  await page.goto("/create-account");
  await createAccount(page, person);
  await page.getByRole("heading", { name: "Profile" }).waitFor();
  await page.context().clearCookies();
}

/** An element of the page, as the shop's own script has it. */
export function elementOf(page: Page, name: "latchkey-sign-in" | "latchkey-security") {
  return {
    evaluate: <Result>(inPage: (element: LatchkeyElement) => Promise<Result> | Result): Promise<Result> =>
      page.locator(name).evaluate(inPage as (element: Element) => Promise<Result> | Result),
  };
}

/** What the shop's page has heard from the elements, and what its policy has refused: the names in their order. */
export async function heard(page: Page): Promise<{ news: string[]; refused: string[] }> {
  return await page.evaluate(() => {
    const { news, refused } = window as unknown as { news: string[]; refused: string[] };
    return { news, refused };
  });
}

function pageWith(elements: string, service: string): string {
  const built = readFileSync(join(repository, ".output/pages/elements.integrity.json"), "utf8");
  const { integrity } = JSON.parse(built) as { integrity: string };
  return `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>A shop</title>
    <link rel="stylesheet" href="/shop.css" />
    <script src="/shop.js" defer></script>
    <script type="module" src="${service}/elements.js" integrity="${integrity}" crossorigin></script>
  </head>
  <body>
    <main>
      <h1>A shop</h1>
      ${elements}
    </main>
  </body>
</html>`;
}

/** Loud, so that what leaks into an element is seen; with a colour of its own, which a page may give to them. */
const styles = `
  :root { color-scheme: light dark; }
  body { margin: 0; font: 17px/1.6 serif; letter-spacing: 0.02em; background: light-dark(#fffdf7, #17130c); color: light-dark(#2b2110, #f3ead8); }
  main { max-width: 640px; margin: 0 auto; padding: 24px 16px; }
  h1 { font-size: 1.6rem; text-transform: uppercase; }
  latchkey-sign-in { max-width: 360px; }
  .branded { --latchkey-accent: #e8590c; --latchkey-radius: 2px; --latchkey-font: Georgia, serif; }
`;

/** Runs when the page stands and the elements are not yet what they will be. */
const script = `
  window.news = [];
  window.refused = [];
  document.addEventListener("securitypolicyviolation", (event) => refused.push(event.violatedDirective + " " + event.blockedURI));
  for (const element of document.querySelectorAll("latchkey-sign-in, latchkey-security")) {
    if (element.dataset.session) element.session = element.dataset.session;
    for (const name of ["latchkey-signed-in", "latchkey-signed-out", "latchkey-session-end", "latchkey-step-up"]) {
      element.addEventListener(name, ({ detail }) => {
        news.push(element.localName + " " + name + (detail?.restored ? ", restored" : ""));
      });
    }
  }
`;
