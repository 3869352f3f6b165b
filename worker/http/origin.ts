import type { Context, MiddlewareHandler } from "hono";
import { cors } from "hono/cors";
import { fail as failure } from "../../shared/outcome.ts";
import type { Settings } from "../environment.ts";
import { fail } from "./fail.ts";
import type { House } from "./house.ts";
import { carriesBearer, carriesSessionCookie, wantsBearer } from "./session-carrier.ts";

/** How long a browser may keep the answer to a preflight: the longest that Chromium does. */
export const preflightSeconds = 2 * 60 * 60;

/** Refuses state-changing requests by cookie that do not come from a page of ours or of the allow-list (promise S6). */
export function requireAllowedOrigin(settings: Settings): MiddlewareHandler<House> {
  return async (c, next) => {
    if (changesState(c) && !originIsFine(c, settings)) return fail(c, failure("origin_not_allowed"));
    await next();
  };
}

/** Documents that are the same for everybody, and that any page may read (promise S6b). */
const publicDocuments = [
  "/.well-known/openid-configuration",
  "/.well-known/oauth-authorization-server",
  "/.well-known/jwks.json",
];

/**
 * CORS for the allow-list alone: the answer names that one origin, or none. Public documents may be read by all, without
 * credentials; the endpoints of OpenID Connect see to their clients' pages themselves.
 */
export function allowListedCors(settings: Settings): MiddlewareHandler<House> {
  const ofList = listedCors(settings);
  const ofAll = cors({ origin: "*", allowMethods: ["GET"], maxAge: preflightSeconds });
  return (c, next) => {
    if (publicDocuments.includes(c.req.path)) return ofAll(c, next);
    return isOfSites(c.req.path) ? next() : ofList(c, next);
  };
}

function listedCors(settings: Settings): MiddlewareHandler<House> {
  return cors({
    origin: (origin, c) => (isAllowedOrigin(origin, settings) && !isForServers(c.req.path) ? origin : null),
    allowMethods: ["GET", "POST", "PUT", "PATCH", "DELETE"],
    allowHeaders: [
      "Authorization",
      "Content-Type",
      "Accept-Language",
      "Idempotency-Key",
      "Latchkey-Account",
      "Latchkey-Session",
      "Latchkey-Device",
    ],
    exposeHeaders: ["Request-Id", "Retry-After", "Date"],
    credentials: true,
    maxAge: preflightSeconds,
  });
}

/** Whether sites and their servers call there: nothing is done there by cookie, but for what a `GET` leads to. */
function isOfSites(path: string): boolean {
  return path.startsWith("/oidc/");
}

function originIsFine(c: Context<House>, settings: Settings): boolean {
  if (isOfSites(c.req.path)) return true;
  const origin = c.req.header("Origin");
  if (carriesBearer(c)) return true;
  if (origin !== undefined && isAllowedOrigin(origin, settings)) return true;
  if (carriesSessionCookie(c)) return false;
  // Without a cookie there is nothing to misuse; but a foreign page shall not be given one either.
  return origin === undefined || wantsBearer(c);
}

/** Whether only servers call there, by an operator's key: no page of any origin may read what it answers. */
function isForServers(path: string): boolean {
  return path.startsWith("/v1/admin/");
}

/** Whether an origin is the service's own, or on one of the allow-lists of the settings. */
export function isAllowedOrigin(origin: string, settings: Settings): boolean {
  if (origin === settings.origin || settings.allowedOrigins.includes(origin)) return true;
  const extension = /^(?:chrome|moz)-extension:\/\/([\w-]+)$/.exec(origin)?.[1];
  return extension !== undefined && settings.allowedExtensions.includes(extension);
}

/** Whether a request may change something, by its method. */
export function changesState(c: Context<House>): boolean {
  return !["GET", "HEAD", "OPTIONS"].includes(c.req.method);
}
