import { Hono } from "hono";
import type { WhoIsThis } from "../../shared/contract/session.ts";
import { signOut, signOutOthers } from "../account-settings/sign-out.ts";
import { fail } from "../http/fail.ts";
import { dropSession } from "../http/session-carrier.ts";
import { endOneSession } from "./end.ts";
import { listSessions } from "./list.ts";
import type { SignedInHouse } from "./require-session.ts";
import { requireSession } from "./require-session.ts";
import { type CurrentSession, isElevated } from "./rules.ts";

/** `/v1/session`, for anyone who is signed in: who is this, and sign out. */
export const sessionRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, (c) => c.json(describe(c.var.session, c.var.world.now)))
  .delete("/", requireSession, async (c) => {
    await signOut(c.var.world, c.var.session);
    dropSession(c);
    return c.body(null, 204);
  });

/** `/v1/account/sessions`, for the account's owner: where they are signed in, and sign out there. */
export const sessionsRoutes = new Hono<SignedInHouse>()
  .get("/", requireSession, async (c) => {
    const { world, session } = c.var;
    return c.json({ sessions: await listSessions(world, session.account.id, session.id) });
  })
  .delete("/", requireSession, async (c) => {
    await signOutOthers(c.var.world, c.var.session);
    return c.body(null, 204);
  })
  .delete("/:id", requireSession, async (c) => {
    const { world, session } = c.var;
    const id = c.req.param("id");
    const ended = await endOneSession(world, session.account.id, id);
    if (!ended.ok) return fail(c, ended);
    if (id === session.id) dropSession(c);
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
