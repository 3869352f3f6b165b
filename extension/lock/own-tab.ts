import { browser } from "wxt/browser";

/** Whether this window is the one that hangs from the toolbar: the browser closes that when it asks for a passkey. */
export function isInActionPopup(): boolean {
  return browser.extension.getViews({ type: "popup" }).includes(window);
}
