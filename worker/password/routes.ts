import { Hono } from "hono";
import {
  changePasswordBody,
  checkPasswordBody,
  confirmResetBody,
  type ResetWaiting,
  requestResetBody,
  stopResetBody,
} from "../../shared/contract/password.ts";
import { fail } from "../http/fail.ts";
import type { House, SignedInHouse } from "../http/house.ts";
import { requireFreshProof } from "../http/require-proof.ts";
import { requireSession } from "../http/require-session.ts";
import { body } from "../http/validate.ts";
import { signInAnswer } from "../sign-in/answer.ts";
import { changePassword } from "./change.ts";
import { checkPassword } from "./check.ts";
import { confirmPasswordReset } from "./reset/confirm.ts";
import { requestPasswordReset } from "./reset/request.ts";
import { stopPasswordReset } from "./reset/stop.ts";

/** `/v1/password`, for anyone: how a new password would fare. */
export const passwordRoutes = new Hono<House>().post("/check", body(checkPasswordBody), async (c) => {
  const { password, email } = c.req.valid("json");
  return c.json(await checkPassword(c.var.world, password, { email }));
});

/** `/v1/password-reset`, for anyone: a new password by a code that is mailed. */
export const passwordResetRoutes = new Hono<House>()
  .post("/", body(requestResetBody), async (c) => {
    const requested = await requestPasswordReset(c.var.world, c.req.valid("json").email);
    return requested.ok ? c.json({ reset: requested.value }, 202) : fail(c, requested);
  })
  .post("/confirm", body(confirmResetBody), async (c) => {
    const confirmed = await confirmPasswordReset(c.var.world, c.req.valid("json"));
    if (!confirmed.ok) return fail(c, confirmed);
    if (confirmed.value.kind !== "waiting") return c.json(signInAnswer(c, confirmed.value));
    const answer: ResetWaiting = { status: "waiting", until: new Date(confirmed.value.readyAt).toISOString() };
    return c.json(answer, 202);
  })
  .post("/stop", body(stopResetBody), async (c) => {
    const stopped = await stopPasswordReset(c.var.world, c.req.valid("json").token);
    return stopped.ok ? c.body(null, 204) : fail(c, stopped);
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
