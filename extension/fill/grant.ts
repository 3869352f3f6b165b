import type { Browser } from "wxt/browser";
import { siteOf } from "./site.ts";

/** What was promised to a page: one code, once, for a frame of this tab and site, until it expires. */
export interface FillGrant {
  ticket: string;
  entryId: string;
  tabId: number;
  site: string;
  /** `https:` or `http:`; a page that was reached safely never shares with one that was not. */
  protocol: string;
  frames: GrantedFrame[];
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** One document; where the browser names no documents, whatever is in the frame has to be of the site. */
export interface GrantedFrame {
  frameId: number;
  documentId?: string;
}

/** Milliseconds: for what is filled at once, and for what the person points at. */
export const grantLifetime = { atOnce: 10_000, pointing: 120_000 } as const;

/** Whether a promise holds for a sender, by what the browser says of it. */
export function isFor(grant: FillGrant, sender: Browser.runtime.MessageSender, now: number): boolean {
  const frame = grant.frames.find(({ frameId }) => frameId === sender.frameId);
  const { documentId } = sender;
  const isSameDocument = !frame?.documentId || !documentId || frame.documentId === documentId;
  // By its origin, not its address: a sandboxed frame has the address of a site and is not one of its pages.
  const { origin = URL.parse(sender.url ?? "")?.origin ?? "" } = sender;
  const isSameSite = siteOf(origin) === grant.site && URL.parse(origin)?.protocol === grant.protocol;
  return frame !== undefined && isSameDocument && isSameSite && sender.tab?.id === grant.tabId && now < grant.expiresAt;
}
