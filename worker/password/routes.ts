import { Hono } from "hono";
import { changePasswordBody, checkPasswordBody } from "../../shared/contract/password.ts";
import { changePassword } from "../account-settings/change-password.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { body } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireFreshProof } from "../step-up/require-step-up.ts";
import { checkForAnyone } from "./check.ts";

/** `/v1/password`, for anyone: how a new password would fare. */
export const passwordRoutes = new Hono<House>().post("/check", body(checkPasswordBody), async (c) => {
  const { password, email } = c.req.valid("json");
  const checked = await checkForAnyone(c.var.world, password, email);
  return checked.ok ? c.json(checked.value) : fail(c, checked);
});

/** `/v1/account/password`, for the account's owner. */
export const ownPasswordRoutes = new Hono<SignedInHouse>().put(
  "/",
  requireSession,
  requireFreshProof.ifTwoFactorIsOn,
  body(changePasswordBody),
  async (c) => {
    const changed = await changePassword(c.var.world, c.var.session, c.req.valid("json"));
    return changed.ok ? c.body(null, 204) : fail(c, changed);
  },
);
