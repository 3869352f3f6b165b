import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { fail as failure } from "../../shared/outcome.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { readMailbox } from "./mailbox.ts";

const onlyWithMailbox = createMiddleware<House>(async (c, next) => {
  if (c.var.world.settings.mail.kind !== "mailbox") return fail(c, failure("not_found"));
  await next();
});

/** `/mailbox` and `/mailbox.json`, for anyone on this machine, while `MAIL` is `mailbox`; refused in production. */
export const mailboxRoutes = new Hono<House>()
  .get("/mailbox.json", onlyWithMailbox, async (c) => c.json(await readMailbox(c.var.world)))
  .get("/mailbox", onlyWithMailbox, (c) => c.env.ASSETS.fetch(c.req.raw))
  .get("/mailbox.html", onlyWithMailbox, (c) => c.env.ASSETS.fetch(c.req.raw));
