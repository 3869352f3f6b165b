import { recordEvent } from "../activity/record.ts";
import { endedBy } from "../ends.ts";
import { always } from "../guard.ts";
import type { World } from "../world.ts";
import { anyOtherSessionExists } from "../session/end.ts";
import type { CurrentSession } from "../session/rules.ts";

/** Ends every session of the account but the one that asks, and the sign-ins that were about to begin one. */
export async function endAllOthers(world: World, session: CurrentSession): Promise<void> {
  const { id: sessionId, account } = session;
  await world.db.batch([
    recordEvent(world, account.id, { type: "sessions_ended" }, anyOtherSessionExists(session)),
    ...endedBy(world, "other_sessions_ended", { accountId: account.id, sessionId }, always),
  ]);
}
