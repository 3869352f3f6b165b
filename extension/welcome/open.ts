import { browser } from "wxt/browser";

/** Opens the first-run page. */
export async function welcome(): Promise<void> {
  await browser.tabs.create({ url: new URL("/welcome.html", location.origin).href });
}
