import { Hono } from "hono";
import {
  createAccountBody,
  type OwnAccount,
  profileBody,
  resendVerificationBody,
  verifyAccountBody,
} from "../../shared/contract/account.ts";
import { emptyBody } from "../../shared/contract/empty-body.ts";
import type { SessionAnswer } from "../../shared/contract/sign-in.ts";
import { passkeysOnlyBody, preferMethodBody, renameMethodBody } from "../../shared/contract/two-factor.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { carrySession, dropSession } from "../http/session-carrier.ts";
import { body } from "../http/validate.ts";
import { publicSettingsOf } from "../public-settings/read.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireElevation } from "../step-up/require-step-up.ts";
import { createAccount, resendVerification } from "../sign-up/create.ts";
import { beginDeletion } from "../account-settings/deletion/begin.ts";
import { exportAccount } from "../account-settings/export.ts";
import { demandPasskeys } from "./passkeys-only/set.ts";
import { preferMethod } from "./prefer.ts";
import { readAccount } from "../account/read.ts";
import { removeMethod, turnOffTwoFactor } from "./remove.ts";
import { renameMethod } from "./rename.ts";
import { setProfile } from "../account-settings/set-profile.ts";
import { verifyAccount } from "../sign-up/verify.ts";

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
