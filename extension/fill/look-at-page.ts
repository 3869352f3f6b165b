import { browser } from "wxt/browser";
import { askFrame } from "./page-messages.ts";
import type { FrameSight } from "./sight.ts";
import { siteOf } from "./site.ts";

/** A frame of the page, as its script saw it. */
export interface LookedAt {
  frameId: number;
  documentId?: string;
  sight: FrameSight;
}

/**
 * Looks at the page of a tab and those of its frames that are of the same site by their origins, all the way up: a frame
 * inside another site's is left alone. The page comes first; undefined where the browser lets nobody in.
 */
export async function lookAtPage(tabId: number, { site, protocol }: PageSite): Promise<LookedAt[] | undefined> {
  try {
    const injected = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ["/fill-page.js"],
    });
    const frames = injected.map(({ frameId, documentId }) => ({ frameId, documentId }));
    const looked = await Promise.all(frames.map((frame) => look(tabId, frame)));
    const own = looked
      .filter((frame) => frame !== undefined)
      .filter(({ sight }) => isOfSite(sight, { site, protocol }));
    return own.sort((one, other) => one.frameId - other.frameId);
  } catch {
    return undefined;
  }
}

/** Whose page it is, and how it was reached (`https:` or `http:`). */
export interface PageSite {
  site: string;
  protocol: string;
}

/**
 * Whether a frame and all that it is embedded in are pages of a site, reached in the same way. Origins decide: what has an
 * opaque one (a sandbox) is nobody's, and a frame without an address of its own (`about:blank`, `srcdoc`, `blob:`) its page's.
 */
export function isOfSite({ origin, ancestors }: Pick<FrameSight, "origin" | "ancestors">, page: PageSite): boolean {
  return [origin, ...ancestors].every(
    (each) => siteOf(each) === page.site && URL.parse(each)?.protocol === page.protocol,
  );
}

async function look(tabId: number, frame: { frameId: number; documentId?: string }): Promise<LookedAt | undefined> {
  try {
    return { ...frame, sight: await askFrame({ tabId, frameId: frame.frameId }, "look", null) };
  } catch {
    return undefined;
  }
}
