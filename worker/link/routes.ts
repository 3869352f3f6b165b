import { Hono } from "hono";
import { checkLinkBody } from "../../shared/contract/link.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { body } from "../http/validate.ts";
import { checkNotMeLink } from "../not-me/link.ts";
import { checkInvitationLink } from "../sign-up/invitation/link.ts";
import { checkUndoLink } from "../waiting/email-change/undo-link.ts";
import { checkStopLink } from "../waiting/password-reset/stop-link.ts";
import { checkTwoFactorStopLink } from "../waiting/two-factor-reset/stop-link.ts";
import { checkLink, type SignedLinkKind } from "./check.ts";

/** Every kind of link that is signed, with who looks at it. */
const signedLinks: readonly SignedLinkKind[] = [
  ["not_me", checkNotMeLink],
  ["undo_email", checkUndoLink],
  ["stop_reset", checkStopLink],
  ["invitation", checkInvitationLink],
  ["stop_two_factor_reset", checkTwoFactorStopLink],
];

/** `/v1/links`, for anyone who has the link of a mail: what it would do. */
export const linkRoutes = new Hono<House>().post("/check", body(checkLinkBody), async (c) => {
  const checked = await checkLink(c.var.world, c.req.valid("json").link, signedLinks);
  return checked.ok ? c.json(checked.value) : fail(c, checked);
});
