import { type Browser, browser } from "wxt/browser";
import { addressOf } from "../surface/opening.ts";
import { fillPage } from "./fill-page.ts";
import { fillWords } from "./words.ts";

const menuId = "fill";

/** Puts the entry into the context menu; to be called when the extension is installed or updated. */
export function addFillMenu(): void {
  browser.contextMenus.removeAll(() => {
    browser.contextMenus.create({ id: menuId, title: fillWords.menu, contexts: ["page", "frame", "editable"] });
  });
}

/** Fills where the person asks by the shortcut or the context menu. */
export function listenForFilling(): void {
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "fill" && tab?.id !== undefined) void fillOrAsk(tab, false);
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId === menuId && tab?.id !== undefined) void fillOrAsk(tab, info.editable);
  });
}

/** Fills, and opens a small window beside the page where there is something to ask or to say. */
async function fillOrAsk({ id }: Browser.tabs.Tab, onField: boolean): Promise<void> {
  const tabId = id ?? -1;
  const { result } = await fillPage({ tabId, onField });
  if (result !== "choose" && result !== "not_allowed" && result !== "closed") return;
  await browser.windows.create({
    url: addressOf({ surface: "window", tab: tabId, at: "fill" }),
    type: "popup",
    width: 396,
    height: 640,
  });
}
