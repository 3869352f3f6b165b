import { Hono } from "hono";
import { fail as failure } from "../../../shared/outcome.ts";
import { fail } from "../../http/fail.ts";
import type { SignedInHouse } from "../../http/house.ts";
import { requireElevation } from "../../http/require-proof.ts";
import { requireSession } from "../../http/require-session.ts";

/** `/v1/account/waiting`, for the account's owner: stop what waits. */
export const waitingRoutes = new Hono<SignedInHouse>().delete("/:id", requireSession, requireElevation, async (c) =>
  fail(c, failure("not_found")),
);
