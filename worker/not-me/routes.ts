import { Hono } from "hono";
import { decideDisputedBody } from "../../shared/contract/not-me.ts";
import { signedLinkBody } from "../../shared/contract/signed-link.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { dropSession } from "../http/session-carrier.ts";
import { body } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireElevation } from "../step-up/require-step-up.ts";
import { reportNotMe } from "./report.ts";
import { decideDisputed, listDisputed } from "./review.ts";

/** `/v1/not-me`, for anyone who has the link of a security mail. */
export const notMeRoutes = new Hono<House>().post("/", body(signedLinkBody), async (c) => {
  const reported = await reportNotMe(c.var.world, c.req.valid("json").link);
  if (!reported.ok) return fail(c, reported);
  dropSession(c);
  return c.body(null, 204);
});

/** `/v1/account/disputed`, for the account's owner: see what was set aside, and keep or remove each. */
export const disputedRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, async (c) => c.json(await listDisputed(c.var.world, c.var.session.account.id)))
  .post("/:id", requireSession, requireElevation, body(decideDisputedBody), async (c) => {
    const { world, session } = c.var;
    const decided = await decideDisputed(world, session.account, c.req.param("id"), c.req.valid("json").keep);
    return decided.ok ? c.body(null, 204) : fail(c, decided);
  });
