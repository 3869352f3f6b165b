import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import type { IssuedSession } from "../../shared/contract/sign-in.ts";
import type { House } from "./house.ts";

const cookieName = "__Host-latchkey";

/** A session as it leaves the worker: what the answer shows, and the token that goes by cookie or in the body. */
export interface SessionToCarry {
  id: string;
  token: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Whether the caller proves its session by `Authorization: Bearer`. */
export function carriesBearer<E extends House>(c: Context<E>): boolean {
  return c.req.header("Authorization") !== undefined;
}

/** Whether the browser sent the session cookie along. */
export function carriesSessionCookie<E extends House>(c: Context<E>): boolean {
  return getCookie(c, cookieName) !== undefined;
}

/** Whether the caller asks for the token in the body, to carry it itself. */
export function wantsBearer<E extends House>(c: Context<E>): boolean {
  return c.req.header("Latchkey-Session")?.toLowerCase() === "bearer" || carriesBearer(c);
}

/** The session token of the request; a bearer token goes before a cookie. */
export function sessionToken<E extends House>(c: Context<E>): string | undefined {
  const authorization = c.req.header("Authorization");
  if (authorization !== undefined) return /^Bearer ([\w-]{1,128})$/i.exec(authorization)?.[1];
  return getCookie(c, cookieName);
}

/** Hands a session over: the token in the body for those who carry it themselves, else in the cookie. */
export function carrySession<E extends House>(c: Context<E>, session: SessionToCarry): IssuedSession {
  const issued = { id: session.id, expiresAt: new Date(session.expiresAt).toISOString() };
  if (wantsBearer(c)) return { ...issued, token: session.token };
  setCookie(c, cookieName, session.token, {
    path: "/",
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    expires: new Date(session.expiresAt),
  });
  return issued;
}

/** Takes the session cookie out of the browser. */
export function dropSession<E extends House>(c: Context<E>): void {
  if (carriesSessionCookie(c)) deleteCookie(c, cookieName, { path: "/", secure: true });
}
