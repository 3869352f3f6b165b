import type { MiddlewareHandler } from "hono";
import { Hono } from "hono";
import { stopWaiting } from "../account-settings/stop-waiting.ts";
import { fail } from "../http/fail.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireElevation } from "../step-up/require-step-up.ts";
import { isDeletionId } from "./deletion/rules.ts";
import { stopDeletion } from "./deletion/stop.ts";

/** A deletion is stopped by the sign-in after it; what proves less is asked for a step-up, as for all else that waits. */
const keepAccount: MiddlewareHandler<SignedInHouse> = async (c, next) => {
  const id = c.req.param("id") ?? "";
  if (isDeletionId(id) && (await stopDeletion(c.var.world, c.var.session, id))) return c.body(null, 204);
  await next();
};

/** `/v1/account/waiting`, for the account's owner: stop what waits to take effect. */
export const waitingRoutes = new Hono<SignedInHouse>().delete(
  "/:id",
  requireSession,
  keepAccount,
  requireElevation,
  async (c) => {
    const stopped = await stopWaiting(c.var.world, c.var.session, c.req.param("id"));
    return stopped.ok ? c.body(null, 204) : fail(c, stopped);
  },
);
