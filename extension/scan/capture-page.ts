import { browser } from "wxt/browser";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";

/**
 * What is in view in the page, as an image (by activeTab, so only from the person's click). `not_allowed`: the browser lets
 * no extension see that page, such as its own pages and its store.
 */
export async function capturePage(windowId: number): Promise<Outcome<Blob, "not_allowed">> {
  try {
    const address = await browser.tabs.captureVisibleTab(windowId, { format: "png" });
    return ok(blobOf(address));
  } catch {
    return fail("not_allowed");
  }
}

/** By hand, for the policy of our pages lets nothing be fetched from a data: address. */
function blobOf(address: string): Blob {
  const bytes = Uint8Array.from(atob(address.slice(address.indexOf(",") + 1)), (letter) => letter.charCodeAt(0));
  return new Blob([bytes], { type: "image/png" });
}
