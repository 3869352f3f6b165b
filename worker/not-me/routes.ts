import { Hono } from "hono";
import { decideDisputedBody } from "../../shared/contract/not-me.ts";
import { fail as failure } from "../../shared/outcome.ts";
import { fail } from "../http/fail.ts";
import type { SignedInHouse } from "../http/house.ts";
import { requireElevation } from "../http/require-proof.ts";
import { requireSession } from "../http/require-session.ts";
import { body } from "../http/validate.ts";

/** `/v1/account/disputed`, for the account's owner: see what was set aside, and keep or remove each. */
export const disputedRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, async (c) => c.json({ since: null, items: [] }))
  .post("/:id", requireSession, requireElevation, body(decideDisputedBody), async (c) => fail(c, failure("not_found")));
