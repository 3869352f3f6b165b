import type { Context, MiddlewareHandler } from "hono";
import { fail as failure } from "../../shared/outcome.ts";
import { fail } from "../http/fail.ts";
import { holdWorld } from "../http/hold-world.ts";
import type { House } from "../http/house.ts";
import { marked } from "../http/mark.ts";
import { dropSession, sessionToken } from "../http/session-carrier.ts";
import type { Right } from "../right/right.ts";
import { findSessionByToken } from "./find.ts";
import type { CurrentSession } from "./rules.ts";
import { sessionStands } from "./store.ts";

/** What a handler behind `requireSession` finds beside it. */
export interface SignedInHouse {
  Bindings: House["Bindings"];
  Variables: House["Variables"] & { session: CurrentSession };
}

/** The session of a request; null where nobody is signed in. */
export async function sessionOf<E extends House>(c: Context<E>): Promise<CurrentSession | null> {
  const token = sessionToken(c);
  return token === undefined ? null : findSessionByToken(c.get("world"), token);
}

/**
 * Whether the request names another account than the one its session is of: the page that sends it still shows one person,
 * and another has signed in since (promise S4c). Not naming any is fine, and naming the right one allows nothing.
 */
function meansAnother<E extends House>(c: Context<E>, { account }: CurrentSession): boolean {
  const meant = c.req.header("Latchkey-Account");
  return meant !== undefined && meant !== account.id;
}

/**
 * Lets only the signed in through, and hands their session on as `c.var.session`. All that follows is done only while it
 * stands: the session may end between any two round trips.
 */
export const requireSession = marked<MiddlewareHandler<SignedInHouse>>(
  async (c, next) => {
    const refuse = () => {
      dropSession(c);
      return failure("not_signed_in");
    };
    const session = await sessionOf(c);
    if (!session) return fail(c, refuse());
    if (meansAnother(c, session)) return fail(c, failure("other_account"));
    c.set("session", session);
    c.set("world", { ...c.get("world"), sessionId: session.id });
    c.set("provesItself", true);
    const { sessionIdleDays } = c.var.world.settings;
    const right: Right = {
      name: "session",
      standsAt: (now) => sessionStands(session, now, sessionIdleDays),
      refuse: async () => refuse(),
    };
    await holdWorld(c, right, next);
  },
  { caller: "session" },
);
