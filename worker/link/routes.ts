import { Hono } from "hono";
import { checkLinkBody } from "../../shared/contract/link.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { body } from "../http/validate.ts";
import { checkLink } from "./check.ts";

/** `/v1/links`, for anyone who has the link of a mail: what it would do. */
export const linkRoutes = new Hono<House>().post("/check", body(checkLinkBody), async (c) => {
  const checked = await checkLink(c.var.world, c.req.valid("json").link);
  return checked.ok ? c.json(checked.value) : fail(c, checked);
});
