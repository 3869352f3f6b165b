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

/** Hands a new session over: the token in the body for those who carry it themselves, else in the cookie. */
export function carrySession<E extends House>(c: Context<E>, session: SessionToCarry): IssuedSession {
  return carry(c, session, wantsBearer(c) ? "body" : "cookie");
}

/**
 * Hands the renewed token of a session over the way the old one came: no header turns a session of a cookie into a token
 * that a script can read (promise S12).
 */
export function carryRenewedSession<E extends House>(c: Context<E>, session: SessionToCarry): IssuedSession {
  return carry(c, session, carriesBearer(c) ? "body" : "cookie");
}

function carry<E extends House>(c: Context<E>, session: SessionToCarry, by: "body" | "cookie"): IssuedSession {
  const issued = { id: session.id, expiresAt: new Date(session.expiresAt).toISOString() };
  if (by === "body") return { ...issued, token: session.token };
  setCookie(c, cookieName, session.token, {
    path: "/",
    httpOnly: true,
    secure: true,
    sameSite: "Lax",
    expires: new Date(session.expiresAt),
  });
  return issued;
}

/** The token of the session that an answer began or renewed, by whichever way it went; null where it did neither. */
export function tokenInAnswer({
  headers,
  body,
}: {
  headers: readonly [string, string][];
  body: string;
}): string | null {
  const cookies = headers.filter(([name]) => name === "set-cookie").map(([, value]) => value);
  const inCookie = cookies.flatMap((cookie) => new RegExp(`^${cookieName}=([\\w-]+)`).exec(cookie)?.[1] ?? [])[0];
  return inCookie ?? /"session":\{[^{}]*"token":"([\w-]+)"/.exec(body)?.[1] ?? null;
}

/** Takes the session cookie out of the browser. */
export function dropSession<E extends House>(c: Context<E>): void {
  if (carriesSessionCookie(c)) deleteCookie(c, cookieName, { path: "/", secure: true });
}
