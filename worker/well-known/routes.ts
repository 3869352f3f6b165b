import { Hono } from "hono";
import { fail as failure } from "../../shared/outcome.ts";
import { fail } from "../http/fail.ts";
import type { House } from "../http/house.ts";
import { changePasswordPage, securityText } from "./rules.ts";

/** `/.well-known/security.txt` and `/.well-known/change-password`, for anyone: addresses that others know without asking. */
export const wellKnownRoutes = new Hono<House>()
  .get("/security.txt", (c) => {
    const { settings, now } = c.var.world;
    const { origin, securityContacts: contacts } = settings;
    if (contacts.length === 0) return fail(c, failure("not_found"));
    return c.text(securityText({ origin, contacts, now }));
  })
  // A status of 302, 303 or 307 is what "A Well-Known URL for Changing Passwords" asks for.
  .get("/change-password", (c) => c.redirect(changePasswordPage, 302));
