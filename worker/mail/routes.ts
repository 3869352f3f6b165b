import { Hono } from "hono";
import { createMiddleware } from "hono/factory";
import { isLoopback } from "../../shared/loopback.ts";
import { fail as failure } from "../../shared/outcome.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { readMailbox } from "./mailbox.ts";

// Another host name on this address is a page elsewhere that had its own name resolve to here, or a deployment by mistake.
const onlyWithMailbox = createMiddleware<House>(async (c, next) => {
  const isHere = isLoopback(new URL(c.req.url).hostname);
  if (c.var.world.settings.mail.kind !== "mailbox" || !isHere) return fail(c, failure("not_found"));
  await next();
});

/** `/mailbox` and `/mailbox.json`, for anyone on this machine, while `MAIL` is `mailbox`; refused in production. */
export const mailboxRoutes = new Hono<House>()
  .get("/mailbox.json", onlyWithMailbox, async (c) => c.json(await readMailbox(c.var.world)))
  .get("/mailbox", onlyWithMailbox, (c) => c.env.ASSETS.fetch(c.req.raw))
  .get("/mailbox.html", onlyWithMailbox, (c) => c.env.ASSETS.fetch(c.req.raw));
