import { type Context, Hono } from "hono";
import {
  type SignInAnswer,
  signInCodeBody,
  signInEmailCodeBody,
  startSignInBody,
} from "../../shared/contract/sign-in.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { carrySession } from "../http/session-carrier.ts";
import { body } from "../http/validate.ts";
import type { CompletedSignIn } from "./complete.ts";
import { resendSecondStepCode } from "./send-code.ts";
import { startSignIn } from "./start.ts";
import { verifySecondStep } from "./verify-code.ts";

/** `/v1/sign-in`, for anyone: a password, then the second step where there is one. */
export const signInRoutes = new Hono<House>()
  .post("/", body(startSignInBody), async (c) => {
    const { email, password } = c.req.valid("json");
    const started = await startSignIn(c.var.world, email, password);
    if (!started.ok) return fail(c, started);
    const { value } = started;
    const answer: SignInAnswer = value.kind === "complete" ? completed(c, value) : value.answer;
    return c.json(answer);
  })
  .post("/code", body(signInCodeBody), async (c) => {
    const verified = await verifySecondStep(c.var.world, c.req.valid("json"));
    return verified.ok ? c.json(completed(c, verified.value)) : fail(c, verified);
  })
  .post("/email-code", body(signInEmailCodeBody), async (c) => {
    const sent = await resendSecondStepCode(c.var.world, c.req.valid("json").signIn);
    return sent.ok ? c.json(sent.value, 202) : fail(c, sent);
  });

function completed(c: Context<House>, { account, session }: CompletedSignIn): SignInAnswer {
  return { status: "complete", account, session: carrySession(c, session) };
}
