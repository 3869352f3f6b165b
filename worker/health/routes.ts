import { Hono } from "hono";
import type { House } from "../http/house.ts";
import { checkHealth } from "./check.ts";

/** `/health`, for anyone: whether the worker and its database answer. */
export const healthRoutes = new Hono<House>().get("/", async (c) => c.json(await checkHealth(c.var.world)));
