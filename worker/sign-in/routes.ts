import { Hono } from "hono";
import {
  confirmUnlockBody,
  requestUnlockBody,
  signInCodeBody,
  signInEmailCodeBody,
  signInPasskeyBody,
  signInPasskeyOptionsBody,
  startSignInBody,
} from "../../shared/contract/sign-in.ts";
import { browserToken } from "../http/browser-carrier.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { body } from "../http/validate.ts";
import { confirmUnlock } from "../unlock/confirm.ts";
import { requestUnlock } from "../unlock/request.ts";
import { signInAnswer } from "./answer.ts";
import { askAnyPasskey, askSecondStepPasskey } from "./ask-passkey.ts";
import { resendSecondStepCode } from "./send-code.ts";
import { startSignIn } from "./start.ts";
import { startSignInByPasskey } from "./start-by-passkey.ts";
import { verifySecondStep } from "./verify-code.ts";
import { verifyPasskeyStep } from "./verify-passkey.ts";

/** `/v1/sign-in`, for anyone: a password, then the second step where there is one; or a passkey alone. */
export const signInRoutes = new Hono<House>()
  .post("/", body(startSignInBody), async (c) => {
    const { email, password, unlock } = c.req.valid("json");
    const started = await startSignIn(c.var.world, { email, password, unlock, browserToken: browserToken(c) });
    if (!started.ok) return fail(c, started);
    return c.json(signInAnswer(c, started.value));
  })
  .post("/unlock", body(requestUnlockBody), async (c) => {
    const requested = await requestUnlock(c.var.world, c.req.valid("json").email);
    return requested.ok ? c.json(requested.value, 202) : fail(c, requested);
  })
  .post("/unlock/confirm", body(confirmUnlockBody), async (c) => {
    const confirmed = await confirmUnlock(c.var.world, c.req.valid("json").link);
    return confirmed.ok ? c.json(confirmed.value) : fail(c, confirmed);
  })
  .post("/code", body(signInCodeBody), async (c) => {
    const { rememberDevice: remembers = false, ...step } = c.req.valid("json");
    const verified = await verifySecondStep(c.var.world, { ...step, remembers, browserToken: browserToken(c) });
    return verified.ok ? c.json(signInAnswer(c, verified.value)) : fail(c, verified);
  })
  .post("/passkey/options", body(signInPasskeyOptionsBody), async (c) => {
    const { signIn } = c.req.valid("json");
    const asked =
      signIn === undefined ? await askAnyPasskey(c.var.world) : await askSecondStepPasskey(c.var.world, signIn);
    return asked.ok ? c.json(asked.value) : fail(c, asked);
  })
  .post("/passkey", body(signInPasskeyBody), async (c) => {
    const { signIn, rememberDevice: remembers = false, ...proof } = c.req.valid("json");
    const { world } = c.var;
    const verified =
      signIn === undefined
        ? await startSignInByPasskey(world, proof)
        : await verifyPasskeyStep(world, { signIn, proof, remembers, browserToken: browserToken(c) });
    return verified.ok ? c.json(signInAnswer(c, verified.value)) : fail(c, verified);
  })
  .post("/email-code", body(signInEmailCodeBody), async (c) => {
    const sent = await resendSecondStepCode(c.var.world, c.req.valid("json").signIn);
    return sent.ok ? c.json(sent.value, 202) : fail(c, sent);
  });
