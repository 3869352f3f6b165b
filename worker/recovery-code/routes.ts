import { Hono } from "hono";
import type { NewRecoveryCodes } from "../../shared/contract/recovery-code.ts";
import { fail } from "../http/fail.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireElevation } from "../step-up/require-step-up.ts";
import { renewRecoveryCodes } from "../two-factor/renew-recovery-codes.ts";

/** `/v1/account/recovery-codes`, for the account's owner after a step-up: ten new ones, shown once. */
export const recoveryCodeRoutes = new Hono<SignedInHouse>().post("/", requireSession, requireElevation, async (c) => {
  const renewed = await renewRecoveryCodes(c.var.world, c.var.session);
  if (!renewed.ok) return fail(c, renewed);
  const answer: NewRecoveryCodes = { recoveryCodes: renewed.value };
  return c.json(answer, 201);
});
