import { browser } from "wxt/browser";
import { addressOf, type Opening } from "./opening.ts";

/** Goes on in a tab of its own, which stays open where a popup would close. */
export async function openInTab(opening: Pick<Opening, "at" | "ids" | "show">): Promise<void> {
  await browser.tabs.create({ url: addressOf({ surface: "page", ...opening }) });
  window.close();
}
