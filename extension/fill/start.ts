import { type Browser, browser } from "wxt/browser";
import type { FillAnswer } from "../messages.ts";
import { onChange } from "../storage.ts";
import { addressOf } from "../surface/opening.ts";
import { fillPage } from "./fill-page.ts";
import { fillWordsNow } from "./words.ts";

const menuId = "fill";
const toAskOrSay: FillAnswer["result"][] = ["choose", "unencrypted", "not_allowed", "other_frame", "closed", "failed"];

/** Puts the entry into the context menu; to be called when the extension is installed or updated. */
export async function addFillMenu(): Promise<void> {
  const { menu } = await fillWordsNow();
  browser.contextMenus.removeAll(() => {
    browser.contextMenus.create({ id: menuId, title: menu, contexts: ["page", "frame", "editable"] });
  });
}

/** Fills where the person asks by the shortcut or the context menu, whose words follow the language that is chosen. */
export function listenForFilling(): void {
  onChange("language", () => void addFillMenu());
  browser.commands.onCommand.addListener((command, tab) => {
    if (command === "fill" && tab?.id !== undefined) void fillOrAsk(tab);
  });
  browser.contextMenus.onClicked.addListener((info, tab) => {
    if (info.menuItemId !== menuId || tab?.id === undefined) return;
    // A right click has just put the focus on the field.
    void fillOrAsk(tab, info.editable ? (info.frameId ?? 0) : undefined);
  });
}

/** Fills, and opens a small window beside the page where there is something to ask or to say. */
async function fillOrAsk({ id }: Browser.tabs.Tab, onField?: number): Promise<void> {
  const tabId = id ?? -1;
  const asked = onField === undefined ? {} : { onField };
  const { result } = await fillPage({ tabId, ...asked }).catch((): FillAnswer => ({ result: "failed" }));
  if (!toAskOrSay.includes(result)) return;
  await browser.windows.create({
    url: addressOf({ surface: "window", tab: tabId, at: "fill", ...(onField === undefined ? {} : { frame: onField }) }),
    type: "popup",
    width: 396,
    height: 640,
  });
}
