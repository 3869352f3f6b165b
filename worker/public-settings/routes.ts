import { Hono } from "hono";
import type { House } from "../http/house.ts";
import { publicSettingsOf } from "./read.ts";

/** How long an answer may be kept, in seconds: a new setting reaches everybody within it. */
const keptForSeconds = 300;

/** `/v1/public-settings`, for anyone: what a form has to say before anybody is signed in. */
export const publicSettingsRoutes = new Hono<House>().get("/", (c) => {
  c.header("Cache-Control", `public, max-age=${keptForSeconds}`);
  return c.json(publicSettingsOf(c.var.world.settings));
});
