import { Hono } from "hono";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { checkHealth } from "./check.ts";

/** `/health`, for anyone: whether the worker and its database answer, and belong together. */
export const healthRoutes = new Hono<House>().get("/", async (c) => {
  const checked = await checkHealth(c.var.world);
  return checked.ok ? c.json(checked.value) : fail(c, checked);
});
