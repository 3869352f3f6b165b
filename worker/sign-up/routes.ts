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
import { createAccount, resendVerification } from "./create.ts";
import { beginDeletion } from "../account-settings/deletion/begin.ts";
import { exportAccount } from "../account-settings/export.ts";
import { demandPasskeys } from "../two-factor/passkeys-only/set.ts";
import { preferMethod } from "../two-factor/prefer.ts";
import { readAccount } from "../account/read.ts";
import { removeMethod, turnOffTwoFactor } from "../two-factor/remove.ts";
import { renameMethod } from "../two-factor/rename.ts";
import { setProfile } from "../account-settings/set-profile.ts";
import { verifyAccount } from "./verify.ts";

/** `/v1/accounts`, for anyone: make an account and prove its address. */
export const signUpRoutes = new Hono<House>()
  .post("/", body(createAccountBody), async (c) => {
    const wish = c.req.valid("json");
    const { world } = c.var;
    const created = await createAccount(world, { ...wish, locale: wish.locale ?? world.locale });
    return created.ok ? c.json({ verification: created.value }, 202) : fail(c, created);
  })
  .post("/verify", body(verifyAccountBody), async (c) => {
    const { id, code } = c.req.valid("json");
    const verified = await verifyAccount(c.var.world, id, code);
    if (!verified.ok) return fail(c, verified);
    const { account, session } = verified.value;
    const answer: SessionAnswer = { status: "complete", account, session: carrySession(c, session) };
    return c.json(answer, 201);
  })
  .post("/verification", body(resendVerificationBody), async (c) => {
    const resent = await resendVerification(c.var.world, c.req.valid("json").id);
    return resent.ok ? c.json({ verification: resent.value }, 202) : fail(c, resent);
  });
