import type { Context, MiddlewareHandler } from "hono";
import type { House } from "./house.ts";

/** What programs call: there a problem stays JSON, whoever asks. */
const forPrograms = /^\/(v1|health|\.well-known|openapi\.json)(\/|$)/;

/**
 * A page in place of a problem, for somebody whose browser went to an address of ours that is none, or that fails: what
 * happened, and where to go from there. Programs get the problem as JSON, and so does anyone where the page is missing.
 */
export const problemPages: MiddlewareHandler<House> = async (c, next) => {
  await next();
  const { status } = c.res;
  const isProblem = c.res.headers.get("Content-Type") === "application/problem+json";
  if (!isProblem || !(status === 404 || status === 429 || status >= 500) || !wantsPage(c)) return;
  const page = await pageFor(c, status === 404 ? "/not-found" : "/problem");
  if (!page) return;
  const headers = new Headers(page.headers);
  for (const name of ["Request-Id", "Retry-After"]) {
    const value = c.res.headers.get(name);
    if (value !== null) headers.set(name, value);
  }
  headers.set("Cache-Control", "no-store");
  // Hono adds the headers of the answer before to the one that takes its place, unless there is none between.
  c.res = undefined;
  c.res = new Response(page.body, { status, headers });
};

function wantsPage(c: Context<House>): boolean {
  const isRead = c.req.method === "GET" || c.req.method === "HEAD";
  return isRead && !forPrograms.test(c.req.path) && (c.req.header("Accept")?.includes("text/html") ?? false);
}

async function pageFor(c: Context<House>, path: string): Promise<Response | null> {
  try {
    const page = await c.env.ASSETS.fetch(new Request(new URL(path, c.req.url)));
    return page.ok ? page : null;
  } catch {
    return null;
  }
}
