import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";
import type { House } from "./house.ts";

const strict = secureHeaders({
  contentSecurityPolicy: { defaultSrc: ["'none'"], frameAncestors: ["'none'"] },
  strictTransportSecurity: "max-age=63072000; includeSubDomains",
  referrerPolicy: "no-referrer",
  // Other sites' pages call the API by CORS; that header would only keep them from reading what CORS allows.
  crossOriginResourcePolicy: false,
});

/**
 * The headers of a JSON API that nobody may frame, nor keep unless the answer itself says for how long. A page among the
 * answers keeps the headers it came with.
 */
export const apiHeaders: MiddlewareHandler<House> = async (c, next) => {
  await next();
  if (c.res.headers.get("Content-Type")?.startsWith("text/html")) return;
  await strict(c, async () => {});
  if (!c.res.headers.has("Cache-Control")) c.header("Cache-Control", "no-store");
};
