import { type Browser, browser } from "wxt/browser";

/** Where the screens are shown: the browser's popup or side panel, a tab of their own, or a small window beside a page. */
export type Surface = "popup" | "panel" | "page" | "window";

const tabs = ["codes", "security", "settings"] as const;
export type Tab = (typeof tabs)[number];

const screens = ["add", "camera", "fill", "keep", "import", "export"] as const;

/** How the screens were opened: where, for which tab, and with what. */
export interface Opening {
  surface: Surface;
  /** The page that it is about, where that is not the one in view. */
  tab?: number;
  at?: (typeof screens)[number];
  /** The codes that it is about, by their ids, where it is not about all. */
  ids?: string[];
  /** The frame of that page in which filling was asked for on a field. */
  frame?: number;
  /** The tab of these screens that is shown first, where that is not the codes. */
  show?: Tab;
}

/** Reads it from the address of the document; the plain popup has no more than its path. */
export function openingOf({ pathname, hash }: Pick<Location, "pathname" | "hash">): Opening {
  const told = new URLSearchParams(hash.slice(1));
  const surface = (["page", "window"] as const).find((each) => each === told.get("in"));
  const tab = told.get("tab");
  const at = screens.find((each) => each === told.get("open"));
  const ids =
    told
      .get("ids")
      ?.split(",")
      .filter((id) => /^[\w-]{1,64}$/.test(id)) ?? [];
  const show = tabs.find((each) => each === told.get("show"));
  const frame = told.get("frame");
  const isNumber = (text: string | null) => text !== null && /^\d{1,10}$/.test(text);
  return {
    surface: surface ?? (pathname.endsWith("/sidepanel.html") ? "panel" : "popup"),
    ...(isNumber(tab) ? { tab: Number(tab) } : {}),
    ...(isNumber(frame) ? { frame: Number(frame) } : {}),
    ...(at ? { at } : {}),
    ...(ids.length > 0 ? { ids } : {}),
    ...(show ? { show } : {}),
  };
}

/** The address that opens the screens so. */
export function addressOf({ surface, tab, at, ids, frame, show }: Opening): string {
  const told = new URLSearchParams({ in: surface });
  if (tab !== undefined) told.set("tab", `${tab}`);
  if (at) told.set("open", at);
  if (ids) told.set("ids", ids.join(","));
  if (frame !== undefined) told.set("frame", `${frame}`);
  if (show) told.set("show", show);
  return new URL(`/popup.html#${told}`, location.origin).href;
}

/** The web page that the person looks at beside these screens; undefined where they are a tab of their own. */
export async function pageInView(opening: Opening): Promise<Browser.tabs.Tab | undefined> {
  if (opening.tab !== undefined) return await browser.tabs.get(opening.tab).catch(() => undefined);
  if (opening.surface === "page") return undefined;
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  return tab;
}
