import { Hono } from "hono";
import { fail } from "../../http/fail.ts";
import type { SignedInHouse } from "../../http/house.ts";
import { requireElevation } from "../../http/require-proof.ts";
import { requireSession } from "../../http/require-session.ts";
import { stopWaiting } from "./stop.ts";

/** `/v1/account/waiting`, for the account's owner: stop what waits to take effect. */
export const waitingRoutes = new Hono<SignedInHouse>().delete("/:id", requireSession, requireElevation, async (c) => {
  const stopped = await stopWaiting(c.var.world, c.var.session, c.req.param("id"));
  return stopped.ok ? c.body(null, 204) : fail(c, stopped);
});
