import { Hono } from "hono";
import { passkeysOnlyBody, preferMethodBody, renameMethodBody } from "../../shared/contract/two-factor.ts";
import { fail } from "../http/fail.ts";
import { body } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireElevation } from "../step-up/require-step-up.ts";
import { demandPasskeys } from "./passkeys-only/set.ts";
import { preferMethod } from "./prefer.ts";
import { removeMethod, turnOffTwoFactor } from "./remove.ts";
import { renameMethod } from "./rename.ts";

/** `/v1/account/two-factor`, for the account's owner: what holds for all methods. */
export const twoFactorRoutes = new Hono<SignedInHouse>()
  .patch("/", requireSession, body(preferMethodBody), async (c) => {
    const preferred = await preferMethod(c.var.world, c.var.session.account.id, c.req.valid("json").preferred);
    return preferred.ok ? c.json(preferred.value) : fail(c, preferred);
  })
  .put("/passkeys-only", requireSession, requireElevation, body(passkeysOnlyBody), async (c) => {
    const demanded = await demandPasskeys(c.var.world, c.var.session, c.req.valid("json").on);
    return demanded.ok ? c.json(demanded.value) : fail(c, demanded);
  })
  .delete("/", requireSession, requireElevation, async (c) => {
    await turnOffTwoFactor(c.var.world, c.var.session);
    return c.body(null, 204);
  })
  .patch("/:methodId", requireSession, body(renameMethodBody), async (c) => {
    const { world, session } = c.var;
    const renamed = await renameMethod(world, session.account.id, c.req.param("methodId"), c.req.valid("json").name);
    return renamed.ok ? c.json(renamed.value) : fail(c, renamed);
  })
  .delete("/:methodId", requireSession, requireElevation, async (c) => {
    const removed = await removeMethod(c.var.world, c.var.session, c.req.param("methodId"));
    return removed.ok ? c.body(null, 204) : fail(c, removed);
  });
