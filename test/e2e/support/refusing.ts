import type { Page } from "playwright-core";
import type { Beside } from "./beside.ts";

/** What is said where something was not saved. */
export const notSaved = "That couldn't be saved in this browser, so nothing has changed.";
/** The setup key of the one code, and the passphrase where there is one. */
export const [key, passphrase] = ["JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP", "a quiet harbour at dawn"] as const;

/** In one world, a window's or the background's: refuses, once, the next write of what is kept by a name. */
export function refuseOnce(name: string): void {
  for (const area of [chrome.storage.local, chrome.storage.session]) {
    const { set, remove } = area;
    const restore = () => Object.assign(area, { set, remove });
    const refuse = async () => {
      restore();
      throw new Error("QUOTA_BYTES quota exceeded");
    };
    const isIt = (held: string) => held === name || held.startsWith(`${name}:`);
    Object.assign(area, {
      set: (items: object) => (Object.keys(items).some(isIt) ? refuse() : Reflect.apply(set, area, [items])),
      remove: (held: string) => (isIt(held) ? refuse() : Reflect.apply(remove, area, [held])),
    });
  }
}

/** A browser with one code in it, and its screens. */
export interface Given {
  beside: Beside;
  page: Page;
}

/** Presses the button of that name. */
export const show = (page: Page, tab: string) => page.getByRole("button", { name: tab, exact: true }).click();
/** Waits until that is said as an alert. */
export const alert = (page: Page, text: string) => page.getByRole("alert").filter({ hasText: text }).waitFor();
/** Waits until that is said as a status. */
export const status = (page: Page, text: string) => page.getByRole("status").filter({ hasText: text }).waitFor();
/** Has the window refuse the next write of a name. */
export const refuse = (page: Page, name: string) => page.evaluate(refuseOnce, name);
/** The one code. */
export const row = (page: Page) => page.getByRole("listitem").filter({ hasText: "GitHub" });

/** Opens Settings, and waits until all of it is there. */
export async function openSetting(page: Page): Promise<void> {
  await show(page, "Settings");
  await page.getByRole("heading", { name: "Appearance" }).waitFor();
}

/** What is done where the write of a name fails once, and what is on the screen then; or why nobody has to be told. */
export type Refused = string | ((given: Given) => Promise<void>);
