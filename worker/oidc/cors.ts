import type { Context, MiddlewareHandler } from "hono";
import type { House } from "../http/house.ts";
import { isAllowedOrigin, preflightSeconds } from "../http/origin.ts";
import { originIsRegistered } from "./client/find.ts";

/**
 * Lets the pages of registered sites call these endpoints: the answer names the one origin that a client has registered, or
 * that is on the allow-list, or none (promise S6b). No cookie counts here, so none is allowed to be sent.
 */
export const corsOfSites: MiddlewareHandler<House> = async (c, next) => {
  const origin = c.req.header("Origin");
  const isPreflight = c.req.method === "OPTIONS";
  if (!isPreflight) await next();
  if (origin !== undefined && (await mayCall(c, origin))) {
    c.header("Access-Control-Allow-Origin", origin);
    c.header("Access-Control-Expose-Headers", "Request-Id, Retry-After, Date, WWW-Authenticate");
    if (isPreflight) {
      c.header("Access-Control-Allow-Methods", "GET, POST");
      c.header("Access-Control-Allow-Headers", "Authorization, Content-Type, Accept-Language");
      c.header("Access-Control-Max-Age", String(preflightSeconds));
    }
  }
  c.header("Vary", "Origin", { append: true });
  if (isPreflight) return c.body(null, 204);
};

async function mayCall(c: Context<House>, origin: string): Promise<boolean> {
  const { world } = c.var;
  if (isAllowedOrigin(origin, world.settings)) return true;
  const { registeredOrigins } = c.var;
  return registeredOrigins ? registeredOrigins.includes(origin) : originIsRegistered(world, origin);
}
