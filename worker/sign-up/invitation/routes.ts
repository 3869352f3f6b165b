import { Hono } from "hono";
import { acceptInvitationBody } from "../../../shared/contract/invitation.ts";
import { fail } from "../../http/fail.ts";
import type { House } from "../../http/house.ts";
import { body } from "../../http/validate.ts";
import { acceptInvitation } from "./accept.ts";

/** `/v1/invitations`, for whoever has the link of the mail: choose the password of the account that was made. */
export const invitationRoutes = new Hono<House>().post("/accept", body(acceptInvitationBody), async (c) => {
  const accepted = await acceptInvitation(c.var.world, c.req.valid("json"));
  return accepted.ok ? c.body(null, 204) : fail(c, accepted);
});
