import { Hono } from "hono";
import { version } from "../../package.json";
import type { House } from "../http/house.ts";

/** `/health`, for anyone: whether the worker and its database answer. */
export const healthRoutes = new Hono<House>().get("/", async (c) => {
  await c.var.world.db.prepare("SELECT 1").first();
  return c.json({ status: "ok", version } as const);
});
