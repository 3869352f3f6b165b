import { day } from "../time.ts";
/** What a browser was remembered for: one account, from a moment to another, in milliseconds. */
export interface BrowserLife {
  createdAt: number;
  expiresAt: number;
}

/** How long a browser that is remembered now stays so. */
export function browserLife(now: number, rememberDays: number): BrowserLife {
  return { createdAt: now, expiresAt: now + rememberDays * day };
}

/**
 * Browsers remembered before this moment are not known any more, whatever they were promised: the setting may have
 * become shorter, or 0.
 */
export function rememberedSince(now: number, rememberDays: number): number {
  return now - rememberDays * day;
}

/** Browsers that an account remembers at most (promise S13). */
export const rememberedAtMost = 100;
