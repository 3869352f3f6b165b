import type { MiddlewareHandler } from "hono";
import { fail as failure } from "../../shared/outcome.ts";
import { findSessionByToken } from "../session/find.ts";
import { fail } from "./fail.ts";
import type { SignedInHouse } from "./house.ts";
import { marked } from "./mark.ts";
import { dropSession, sessionToken } from "./session-carrier.ts";

/** Lets only the signed in through, and hands their session on as `c.var.session`. */
export const requireSession = marked<MiddlewareHandler<SignedInHouse>>(
  async (c, next) => {
    const token = sessionToken(c);
    const session = token === undefined ? null : await findSessionByToken(c.var.world, token);
    if (!session) {
      dropSession(c);
      return fail(c, failure("not_signed_in"));
    }
    c.set("session", session);
    await next();
  },
  { caller: "session" },
);
