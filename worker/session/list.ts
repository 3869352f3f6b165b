import type { Amr, SessionOfAccount } from "../../shared/contract/session.ts";
import { browserName } from "../http/browser-name.ts";
import type { World } from "../world.ts";
import { idleSince } from "./rules.ts";
import { findSessionsOf } from "./store.ts";

/** Where the account is signed in, the last used first; `currentId` is the session that asks. */
export async function listSessions(world: World, accountId: string, currentId: string): Promise<SessionOfAccount[]> {
  const { now, settings } = world;
  const living = { now, idleSince: idleSince(now, settings.sessionIdleDays) };
  const rows = await findSessionsOf(world.db, accountId, living);
  return rows.map((row) => ({
    id: row.id,
    ...browserName(row.user_agent),
    ...(row.place !== null && { place: row.place }),
    ip: row.ip,
    createdAt: new Date(row.created_at).toISOString(),
    amr: row.amr.split(" ") as Amr[],
    lastUsedAt: new Date(row.last_used_at).toISOString(),
    current: row.id === currentId,
  }));
}
