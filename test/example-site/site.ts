import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";
import { secureHeaders } from "hono/secure-headers";
import { apiRoutes } from "./api.ts";
import { redirectRoutes } from "./redirect-way.ts";
import { elementPage, ownPage } from "./script-pages.ts";

/** Where this site answers, and where Latchkey does. */
export interface SiteOptions {
  origin: string;
  service: string;
}

/** Little Harbour Savings: a site that has never seen a password, and three ways to sign in to it. */
export function createSite({ origin, service }: SiteOptions) {
  const root = import.meta.dirname;
  const whereabouts = (url: string) => {
    const isSameSite = new URL(url).hostname === new URL(service).hostname;
    return { service, session: isSameSite ? "cookie" : "bearer" } as const;
  };
  return new Hono()
    .use(
      secureHeaders({
        // As strict as it gets: scripts and calls of our own and of Latchkey, and nothing inline.
        contentSecurityPolicy: {
          defaultSrc: ["'none'"],
          scriptSrc: ["'self'", service],
          connectSrc: ["'self'", service],
          styleSrc: ["'self'"],
          imgSrc: ["'self'", "data:"],
          // A transfer by redirect is a form that ends at Latchkey.
          formAction: ["'self'", service],
          baseUri: ["'none'"],
          frameAncestors: ["'none'"],
        },
      }),
    )
    .get("/", (c) => c.html(elementPage(whereabouts(c.req.url))))
    .get("/own", (c) => c.html(ownPage(whereabouts(c.req.url))))
    .route("/redirect", redirectRoutes({ origin, service }))
    .route("/api", apiRoutes(service))
    .get("/latchkey-client.js", serveStatic({ path: `${root}/../../.output/latchkey-client/index.js` }))
    .get("/*", serveStatic({ root: `${root}/browser` }));
}
