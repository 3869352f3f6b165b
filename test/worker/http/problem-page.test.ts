import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import type { House } from "../../../worker/http/house.ts";
import { problemPages } from "../../../worker/http/problem-page.ts";
import { apiHeaders } from "../../../worker/http/secure-headers.ts";

const problem = { "Content-Type": "application/problem+json" };
const app = new Hono<House>()
  .use(problemPages)
  .use(apiHeaders)
  .get("/busy", (c) => c.body("{}", 429, { ...problem, "Retry-After": "7" }))
  .all("/broken", (c) => c.body("{}", 500, problem))
  .get("/refused", (c) => c.body("{}", 403, problem))
  .notFound((c) => c.body("{}", 404, problem));

const policy = "default-src 'none'; script-src 'self'";
const pages = {
  fetch: async (request: Request) =>
    new Response(`page ${new URL(request.url).pathname}`, {
      headers: { "Content-Type": "text/html", "Content-Security-Policy": policy },
    }),
};
const noPages = { fetch: async () => new Response("", { status: 404 }) };
const asBrowser = { Accept: "text/html,application/xhtml+xml,*/*;q=0.8" };

async function ask(path: string, { method = "GET", headers = asBrowser, assets = pages }: AskOptions = {}) {
  const answer = await app.request(path, { method, headers }, { ASSETS: assets } as unknown as House["Bindings"]);
  return { answer, type: answer.headers.get("Content-Type"), text: await answer.text() };
}

interface AskOptions {
  method?: string;
  headers?: Record<string, string>;
  assets?: { fetch: (request: Request) => Promise<Response> };
}

describe("a browser that goes to an address", () => {
  it.each([
    ["/nothing", 404, "page /not-found"],
    ["/v1x", 404, "page /not-found"],
    ["/busy", 429, "page /problem"],
    ["/broken", 500, "page /problem"],
  ])("%s is shown a page, with the status %i", async (path, status, text) => {
    const shown = await ask(path);
    expect([shown.answer.status, shown.type, shown.text]).toEqual([status, "text/html", text]);
    expect(shown.answer.headers.get("Content-Security-Policy"), "the page's own").toBe(policy);
    expect(shown.answer.headers.get("Cache-Control")).toBe("no-store");
    expect(shown.answer.headers.get("Retry-After")).toBe(path === "/busy" ? "7" : null);
  });

  it.each([
    ["asks for JSON", "/nothing", { headers: { Accept: "application/json" } }],
    ["says nothing of what it wants", "/nothing", { headers: {} }],
    ["sends something", "/broken", { method: "POST" }],
    ["finds no page", "/nothing", { assets: noPages }],
    ["calls the API", "/v1/nothing", {}],
    ["asks for the service's health", "/health", {}],
    ["asks for what is known by its name", "/.well-known/nothing", {}],
    ["is told what only the answer itself says", "/refused", {}],
  ] as [string, string, AskOptions][])("gets the problem where it %s", async (_, path, options) => {
    const { type } = await ask(path, options);
    expect(type).toBe("application/problem+json");
  });

  it("gets the problem where the pages can't be read", async () => {
    const assets = { fetch: () => Promise.reject(new Error("gone")) };
    expect((await ask("/nothing", { assets })).type).toBe("application/problem+json");
  });
});
