import { codeLetter } from "./letter.ts";
import { addressIsStill } from "../account/store.ts";
import { Hono } from "hono";
import type { EmailEnrolment } from "../../shared/contract/email-code.ts";
import { emptyBody } from "../../shared/contract/empty-body.ts";
import { confirmMethodBody } from "../../shared/contract/totp.ts";
import { activateMethod } from "../two-factor/activate.ts";
import { judgeAddressCode } from "./verify-address.ts";
import { sendChangeCode } from "./send-for-change.ts";
import { maskEmail } from "../email-address/rules.ts";
import { fail } from "../http/fail.ts";
import { body } from "../http/validate.ts";
import { makeNotMeLink } from "../mail/not-me-link.ts";
import type { SignedInHouse } from "../session/require-session.ts";
import { requireSession } from "../session/require-session.ts";
import { requireFreshProof } from "../step-up/require-step-up.ts";
import { addEmailMethod } from "./method.ts";

/** `/v1/account/two-factor/email`, for the account's owner: make the address a second factor. */
export const emailCodeRoutes = new Hono<SignedInHouse>()
  .post("/", requireSession, requireFreshProof.always, body(emptyBody), async (c) => {
    const { world, session } = c.var;
    const { id: subject, email: to, locale } = session.account;
    const guard = addressIsStill(session.account);
    const notMeLink = await makeNotMeLink(world, subject);
    const letter = (code: string) => codeLetter(world, { purpose: "enrol", locale, code, notMeLink });
    const change = { accountId: subject, kind: "method_added" } as const;
    const sent = await sendChangeCode(world, { purpose: "enrol", subject, to, letter, guard }, change);
    if (!sent.ok) return fail(c, sent);
    const { id, expiresAt } = sent.value;
    const answer: EmailEnrolment = { id, sentTo: maskEmail(to), expiresAt: new Date(expiresAt).toISOString() };
    return c.json(answer, 202);
  })
  .post("/:id/confirm", requireSession, body(confirmMethodBody), async (c) => {
    const { world, session } = c.var;
    const id = c.req.param("id");
    const accountId = session.account.id;
    const { code } = c.req.valid("json");
    const attempt = { purpose: "enrol", subject: accountId, accountId, id, code } as const;
    const verified = await judgeAddressCode(world, attempt, { accountId, kind: "method_added" });
    if (!verified.ok) return fail(c, verified);
    const method = addEmailMethod(world, session.account, id);
    const activated = await activateMethod(world, session, method, { forgive: verified.value.forgive });
    return activated.ok ? c.json(activated.value) : fail(c, activated);
  });
