import { Hono } from "hono";
import { activityQuery } from "../../shared/contract/activity.ts";
import { fail } from "../http/fail.ts";
import type { SignedInHouse } from "../http/house.ts";
import { requireSession } from "../http/require-session.ts";
import { query } from "../http/validate.ts";
import { listActivity } from "./list.ts";

/** `/v1/account/activity`, for the account's owner: what happened, newest first. */
export const activityRoutes = new Hono<SignedInHouse>().get("/", requireSession, query(activityQuery), async (c) => {
  const listed = await listActivity(c.var.world, c.var.session.account.id, c.req.valid("query").cursor);
  return listed.ok ? c.json(listed.value) : fail(c, listed);
});
