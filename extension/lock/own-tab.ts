import { browser } from "wxt/browser";
import type { Tab } from "../popup/state.ts";

/** Whether this window is the one that hangs from the toolbar: the browser closes that when it asks for a passkey. */
export function isInActionPopup(): boolean {
  return browser.extension.getViews({ type: "popup" }).includes(window);
}

/** Goes on in a tab of its own, which stays open. */
export async function openInTab(tab: Tab): Promise<void> {
  await browser.tabs.create({ url: `/popup.html#${tab}` });
  window.close();
}
