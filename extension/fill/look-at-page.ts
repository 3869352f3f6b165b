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
 * Looks at the page of a tab and those of its frames that are of the same site, all the way up: a frame inside another
 * site's is left alone. The page comes first; undefined where the browser lets nobody in.
 */
export async function lookAtPage(tabId: number, site: string): Promise<LookedAt[] | undefined> {
  try {
    const injected = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      files: ["/fill-page.js"],
    });
    const frames = injected.map(({ frameId, documentId }) => ({ frameId, documentId }));
    const looked = await Promise.all(frames.map((frame) => look(tabId, frame)));
    const own = looked.filter((frame) => frame !== undefined).filter(({ sight }) => isOfSite(sight, site));
    return own.sort((one, other) => one.frameId - other.frameId);
  } catch {
    return undefined;
  }
}

/** Whether a frame and all that it is embedded in are pages of a site. */
export function isOfSite({ address, ancestors }: FrameSight, site: string): boolean {
  return [address, ...ancestors].every((each) => siteOf(each) === site);
}

async function look(tabId: number, frame: { frameId: number; documentId?: string }): Promise<LookedAt | undefined> {
  try {
    return { ...frame, sight: await askFrame({ tabId, frameId: frame.frameId }, "look", null) };
  } catch {
    return undefined;
  }
}
