import { browser } from "wxt/browser";
import { openInTab } from "../surface/open-tab.ts";
import type { CodesState } from "./state.ts";

/** The screens that need a window which stays: a popup may close as soon as the browser asks for a file. */
export type LastingScreen = "import" | "export";

/** Opens a screen, for the codes with these ids where they are given, here where this is a tab, and else in a tab of its own. */
export async function openLasting(codes: CodesState, at: LastingScreen, ids?: string[]): Promise<void> {
  if (await browser.tabs.getCurrent()) {
    codes.open.value = at === "export" ? { at, ids } : { at };
    return;
  }
  await openInTab({ at, ids });
}
