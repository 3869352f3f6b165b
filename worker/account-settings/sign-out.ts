import { recordEvent } from "../activity/record.ts";
import { endedBy } from "../ends.ts";
import { always } from "../guard.ts";
import { letFamiliesStay } from "../oidc/family/store.ts";
import { anyOtherSessionExists, endSession } from "../session/end.ts";
import type { CurrentSession } from "../session/rules.ts";
import type { World } from "../world.ts";

/** Signs out: ends the session that asks, with what sites hold by it but for what they may keep (`offline_access`). */
export async function signOut(world: World, session: CurrentSession): Promise<void> {
  await endSession(world, session, letFamiliesStay(world, session.id));
}

/** Ends every session of the account but the one that asks, and the sign-ins that were about to begin one. */
export async function signOutOthers(world: World, session: CurrentSession): Promise<void> {
  const { id: sessionId, account } = session;
  await world.db.batch([
    recordEvent(world, account.id, { type: "sessions_ended" }, anyOtherSessionExists(session)),
    ...endedBy(world, "other_sessions_ended", { accountId: account.id, sessionId }, always),
  ]);
}
