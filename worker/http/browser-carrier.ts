import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { IssuedDevice } from "../../shared/contract/trusted-browser.ts";
import type { House } from "./house.ts";
import { wantsBearer } from "./session-carrier.ts";

const cookieName = "__Host-latchkey-device";

/** A remembered browser as it leaves the worker. */
export interface BrowserToCarry {
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** The token by which this browser is remembered: of the header `Latchkey-Device`, else of the cookie. */
export function browserToken<E extends House>(c: Context<E>): string | undefined {
  const token = c.req.header("Latchkey-Device") ?? getCookie(c, cookieName);
  return token !== undefined && /^[\w-]{1,128}$/.test(token) ? token : undefined;
}

/**
 * Hands the token over: in the body for those who carry their session themselves, else in a cookie. A browser that was
 * remembered by its cookie still is: no header turns that into a token that a script can read (promise S12).
 */
export function carryBrowser<E extends House>(c: Context<E>, browser: BrowserToCarry): IssuedDevice {
  const issued = { expiresAt: new Date(browser.expiresAt).toISOString() };
  const cameByCookie = c.req.header("Latchkey-Device") === undefined && getCookie(c, cookieName) !== undefined;
  if (wantsBearer(c) && !cameByCookie) return { ...issued, token: browser.token };
  setCookie(c, cookieName, browser.token, {
    path: "/",
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    expires: new Date(browser.expiresAt),
  });
  return issued;
}

/** Takes the cookie out of a browser that is no longer remembered. */
export function dropBrowser<E extends House>(c: Context<E>): void {
  if (getCookie(c, cookieName) !== undefined) deleteCookie(c, cookieName, { path: "/", secure: true });
}
