import { browser } from "wxt/browser";
import { addressOf, type Tab } from "../surface/opening.ts";

/** Whether this window is the one that hangs from the toolbar: the browser closes that when it asks for a passkey. */
export function isInActionPopup(): boolean {
  return browser.extension.getViews({ type: "popup" }).includes(window);
}

/** Goes on in a tab of its own, which stays open. */
export async function openInTab(show: Tab): Promise<void> {
  await browser.tabs.create({ url: addressOf({ surface: "page", show }) });
  window.close();
}
