import { browser } from "wxt/browser";
import { addressOf, type Opening } from "./opening.ts";

/** Opens the screens in a tab of their own; a popup goes, for they are the same. */
export async function openTab(at?: Opening["at"]): Promise<void> {
  await browser.tabs.create({ url: addressOf({ surface: "page", at }) });
  window.close();
}

/** Opens the side panel of this window, and closes these screens where they are a popup or a tab of their own; to be called from a click. */
export async function openSidePanel({ stay = false }: { stay?: boolean } = {}): Promise<void> {
  if (import.meta.env.FIREFOX) {
    const { sidebarAction } = browser as unknown as { sidebarAction: { open(): Promise<void> } };
    await sidebarAction.open();
  } else {
    // WINDOW_ID_CURRENT, so that nothing is waited for between the click and this.
    await browser.sidePanel.open({ windowId: -2 });
  }
  if (!stay) window.close();
}
