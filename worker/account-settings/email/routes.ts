import { Hono } from "hono";
import { changeEmailBody, confirmEmailBody } from "../../../shared/contract/account.ts";
import { signedLinkBody } from "../../../shared/contract/signed-link.ts";
import { type UndoEmailBody, undoEmailBody } from "../../../shared/contract/undo-email.ts";
import { fail } from "../../http/fail.ts";
import { dropSession } from "../../http/session-carrier.ts";
import { body } from "../../http/validate.ts";
import type { SignedInHouse } from "../../session/require-session.ts";
import { requireSession } from "../../session/require-session.ts";
import { requireElevation } from "../../step-up/require-step-up.ts";
import { changeEmail } from "./change.ts";
import { confirmEmail } from "./confirm.ts";
import type { UndoProof } from "./prove-undo.ts";
import { askUndoPasskey, undoEmail } from "./undo.ts";

/** `/v1/account/email`: change the address, for the account's owner; undo it, for anyone who has the mailed link. */
export const emailRoutes = new Hono<SignedInHouse>()
  .put("/", requireSession, requireElevation, body(changeEmailBody), async (c) => {
    const sent = await changeEmail(c.var.world, c.var.session.account, c.req.valid("json").newEmail);
    return sent.ok ? c.json(sent.value, 202) : fail(c, sent);
  })
  .post("/confirm", requireSession, requireElevation, body(confirmEmailBody), async (c) => {
    const confirmed = await confirmEmail(c.var.world, c.var.session, c.req.valid("json").code);
    return confirmed.ok ? c.json(confirmed.value) : fail(c, confirmed);
  })
  .post("/undo/passkey/options", body(signedLinkBody), async (c) => {
    const asked = await askUndoPasskey(c.var.world, c.req.valid("json").link);
    return asked.ok ? c.json(asked.value) : fail(c, asked);
  })
  .post("/undo", body(undoEmailBody), async (c) => {
    const wish = c.req.valid("json");
    const undone = await undoEmail(c.var.world, wish.link, proofOf(wish));
    if (!undone.ok) return fail(c, undone);
    dropSession(c);
    return c.body(null, 204);
  });

function proofOf(wish: UndoEmailBody): UndoProof | null {
  if ("response" in wish) return { method: "passkey", id: wish.id, response: wish.response };
  return "method" in wish ? { method: wish.method, code: wish.code } : null;
}
