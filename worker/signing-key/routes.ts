import { Hono } from "hono";
import type { House } from "../http/house.ts";
import { publishKeys } from "./publish.ts";
import { publishedForSeconds } from "./rules.ts";

/** `/.well-known/jwks.json`, for anyone: the keys that tokens are checked by. */
export const signingKeyRoutes = new Hono<House>().get("/.well-known/jwks.json", async (c) => {
  c.header("Cache-Control", `public, max-age=${publishedForSeconds}`);
  return c.json(await publishKeys(c.var.world));
});
