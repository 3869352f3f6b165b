import { Hono } from "hono";
import { emptyBody } from "../../shared/contract/empty-body.ts";
import { type StepUpAnswer, type StepUpMethodsAnswer, stepUpBody } from "../../shared/contract/step-up.ts";
import { fail } from "../http/fail.ts";
import { carryRenewedSession } from "../http/session-carrier.ts";
import { body } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { askStepUpPasskey } from "./ask-passkey.ts";
import { stepUpMethods } from "./methods.ts";
import { proveStepUp } from "./prove.ts";
import { sendStepUpCode } from "./send-code.ts";

/** `/v1/step-up`, for anyone who is signed in: prove again that it's you. */
export const stepUpRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, async (c) => {
    const answer: StepUpMethodsAnswer = { methods: await stepUpMethods(c.var.world, c.var.session) };
    return c.json(answer);
  })
  .post("/", requireSession, body(stepUpBody), async (c) => {
    const proved = await proveStepUp(c.var.world, c.var.session, c.req.valid("json"));
    if (!proved.ok) return fail(c, proved);
    const answer: StepUpAnswer = {
      elevatedUntil: new Date(proved.value.elevatedUntil).toISOString(),
      session: carryRenewedSession(c, proved.value.session),
    };
    return c.json(answer);
  })
  .post("/passkey/options", requireSession, body(emptyBody), async (c) => {
    const asked = await askStepUpPasskey(c.var.world, c.var.session);
    return asked.ok ? c.json(asked.value) : fail(c, asked);
  })
  .post("/email-code", requireSession, body(emptyBody), async (c) => {
    const sent = await sendStepUpCode(c.var.world, c.var.session);
    return sent.ok ? c.json(sent.value, 202) : fail(c, sent);
  });
