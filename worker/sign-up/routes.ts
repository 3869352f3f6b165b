import { Hono } from "hono";
import { createAccountBody, resendVerificationBody, verifyAccountBody } from "../../shared/contract/account.ts";
import type { SessionAnswer } from "../../shared/contract/sign-in.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { carrySession } from "../http/session-carrier.ts";
import { body } from "../http/validate.ts";
import { createAccount, resendVerification } from "./create.ts";
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
