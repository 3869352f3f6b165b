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
import { beginDeletion } from "./deletion/begin.ts";
import { exportAccount } from "./export.ts";
import { demandPasskeys } from "./passkeys-only/set.ts";
import { preferMethod } from "./prefer-method.ts";
import { readAccount } from "./read.ts";
import { removeMethod, turnOffTwoFactor } from "./remove-method.ts";
import { renameMethod } from "./rename-method.ts";
import { setProfile } from "./set-profile.ts";
import { verifyAccount } from "./verify.ts";

/** `/v1/accounts`, for anyone: make an account and prove its address. */
export const accountsRoutes = new Hono<House>()
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

/** `/v1/account`, for its owner. */
export const accountRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, async (c) => {
    const { world, session } = c.var;
    const answer: OwnAccount = {
      ...(await readAccount(world, session.account.id)),
      settings: publicSettingsOf(world.settings),
    };
    return c.json(answer);
  })
  .patch("/", requireSession, body(profileBody), async (c) =>
    c.json(await setProfile(c.var.world, c.var.session.account.id, c.req.valid("json"))),
  )
  .get("/export", requireSession, requireElevation, async (c) =>
    c.json(await exportAccount(c.var.world, c.var.session)),
  )
  .delete("/", requireSession, requireElevation, body(emptyBody), async (c) => {
    await beginDeletion(c.var.world, c.var.session.account);
    dropSession(c);
    return c.body(null, 204);
  });

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
