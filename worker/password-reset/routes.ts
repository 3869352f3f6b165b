import { Hono } from "hono";
import {
  confirmResetBody,
  type ResetWaiting,
  requestResetBody,
  stopResetBody,
} from "../../shared/contract/password.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { body } from "../http/validate.ts";
import { signInAnswer } from "../sign-in/answer.ts";
import { stopPasswordReset } from "../waiting/password-reset/stop.ts";
import { confirmPasswordReset } from "./confirm.ts";
import { requestPasswordReset } from "./request.ts";

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
