import { Hono } from "hono";
import { signedLinkBody } from "../../../shared/contract/signed-link.ts";
import { fail } from "../../http/fail.ts";
import type { House } from "../../http/house.ts";
import { body } from "../../http/validate.ts";
import { stopTwoFactorReset } from "../../waiting/two-factor-reset/stop.ts";

/** `/v1/two-factor-reset`, for whoever has the link of the mail: stop what an operator asked for. */
export const twoFactorResetRoutes = new Hono<House>().post("/stop", body(signedLinkBody), async (c) => {
  const stopped = await stopTwoFactorReset(c.var.world, c.req.valid("json").link);
  return stopped.ok ? c.body(null, 204) : fail(c, stopped);
});
