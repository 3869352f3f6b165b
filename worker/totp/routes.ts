import { Hono } from "hono";
import { confirmMethodBody, enrolAppBody } from "../../shared/contract/totp.ts";
import { methodsIn } from "../../shared/locales/methods.ts";
import { fail } from "../http/fail.ts";
import { body } from "../http/validate.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireElevation, requireFreshProof } from "../step-up/require-step-up.ts";
import { activateMethod } from "../two-factor/activate.ts";
import { confirmApp } from "./confirm.ts";
import { enrolApp } from "./enrol.ts";
import { showEnrolment } from "./show.ts";

/** `/v1/account/two-factor/app`, for the account's owner: set up an authenticator app. */
export const totpRoutes = new Hono<SignedInHouse>()
  .post("/", requireSession, requireFreshProof.always, body(enrolAppBody), async (c) => {
    const { world, session } = c.var;
    const name = c.req.valid("json").name ?? methodsIn[world.locale].app;
    const enrolled = await enrolApp(world, session, name);
    return enrolled.ok ? c.json(enrolled.value, 201) : fail(c, enrolled);
  })
  .get("/:id", requireSession, requireElevation, async (c) => {
    const shown = await showEnrolment(c.var.world, c.var.session, c.req.param("id"));
    return shown.ok ? c.json(shown.value) : fail(c, shown);
  })
  .post("/:id/confirm", requireSession, body(confirmMethodBody), async (c) => {
    const { world, session } = c.var;
    const confirmed = await confirmApp(world, session.account.id, c.req.param("id"), c.req.valid("json").code);
    if (!confirmed.ok) return fail(c, confirmed);
    const activated = await activateMethod(world, session, confirmed.value);
    return activated.ok ? c.json(activated.value) : fail(c, activated);
  });
