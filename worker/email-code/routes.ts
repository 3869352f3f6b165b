import { Hono } from "hono";
import { emptyBody } from "../../shared/contract/empty-body.ts";
import { confirmMethodBody } from "../../shared/contract/totp.ts";
import { fail } from "../http/fail.ts";
import { body } from "../http/validate.ts";
import { requireSession, type SignedInHouse } from "../session/require-session.ts";
import { requireFreshProof } from "../step-up/require-step-up.ts";
import { confirmEmailMethod, enrolEmail } from "../two-factor/enrol-email.ts";

/** `/v1/account/two-factor/email`, for the account's owner: make the address a second factor. */
export const emailCodeRoutes = new Hono<SignedInHouse>()
  .post("/", requireSession, requireFreshProof.always, body(emptyBody), async (c) => {
    const sent = await enrolEmail(c.var.world, c.var.session.account);
    return sent.ok ? c.json(sent.value, 202) : fail(c, sent);
  })
  .post("/:id/confirm", requireSession, body(confirmMethodBody), async (c) => {
    const wish = { id: c.req.param("id"), code: c.req.valid("json").code };
    const activated = await confirmEmailMethod(c.var.world, c.var.session, wish);
    return activated.ok ? c.json(activated.value) : fail(c, activated);
  });
