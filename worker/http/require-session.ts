import type { Context, MiddlewareHandler } from "hono";
import { fail as failure } from "../../shared/outcome.ts";
import { findSessionByToken } from "../session/find.ts";
import type { CurrentSession } from "../session/rules.ts";
import { fail } from "./fail.ts";
import type { House, SignedInHouse } from "./house.ts";
import { marked } from "./mark.ts";
import { dropSession, sessionToken } from "./session-carrier.ts";

/** The session of a request; null where nobody is signed in. */
export async function sessionOf<E extends House>(c: Context<E>): Promise<CurrentSession | null> {
  const token = sessionToken(c);
  return token === undefined ? null : findSessionByToken(c.get("world"), token);
}

/** Lets only the signed in through, and hands their session on as `c.var.session`. */
export const requireSession = marked<MiddlewareHandler<SignedInHouse>>(
  async (c, next) => {
    const session = await sessionOf(c);
    if (!session) {
      dropSession(c);
      return fail(c, failure("not_signed_in"));
    }
    c.set("session", session);
    c.set("provesItself", true);
    await next();
  },
  { caller: "session" },
);
