import { Hono } from "hono";
import type { WhoIsThis } from "../../shared/contract/session.ts";
import type { SignedInHouse } from "../http/house.ts";
import { requireSession } from "../http/require-session.ts";
import { dropSession } from "../http/session-carrier.ts";
import { endSession } from "./end.ts";
import { type CurrentSession, isElevated } from "./rules.ts";

/** `/v1/session`, for whoever is signed in: who is this, and sign out. */
export const sessionRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, (c) => c.json(describe(c.var.session, c.var.world.now)))
  .delete("/", requireSession, async (c) => {
    await endSession(c.var.world, c.var.session.id);
    dropSession(c);
    return c.body(null, 204);
  });

function describe(session: CurrentSession, now: number): WhoIsThis {
  return {
    account: { id: session.account.id, email: session.account.email },
    session: {
      id: session.id,
      createdAt: new Date(session.createdAt).toISOString(),
      expiresAt: new Date(session.expiresAt).toISOString(),
      authenticatedAt: new Date(session.authenticatedAt).toISOString(),
      elevatedUntil: isElevated(session, now) ? new Date(session.elevatedUntil ?? 0).toISOString() : null,
      aal: session.aal,
      amr: session.amr,
    },
  };
}
