import { Hono } from "hono";
import { activityFilter, activityQuery } from "../../shared/contract/activity.ts";
import { fail } from "../http/fail.ts";
import { query } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { exportActivity } from "./export.ts";
import { listActivity } from "./list.ts";

/** `/v1/account/activity`, for the account's owner: what happened, newest first. */
export const activityRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, query(activityQuery), async (c) => {
    const listed = await listActivity(c.var.world, c.var.session.account.id, c.req.valid("query"));
    return listed.ok ? c.json(listed.value) : fail(c, listed);
  })
  .get("/export", requireSession, query(activityFilter), (c) =>
    c.body(exportActivity(c.var.world, c.var.session.account.id, c.req.valid("query")), 200, {
      "Content-Type": "text/csv; charset=utf-8; header=present",
      "Content-Disposition": 'attachment; filename="latchkey-activity.csv"',
    }),
  );
