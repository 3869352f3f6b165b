import { rowsInARun } from "../clean-up.ts";
import type { World } from "../world.ts";
import { idleSince } from "./rules.ts";
import { deletePastSessions } from "./store.ts";

/** Takes away sessions that have ended by themselves, as many as one run may. */
export function cleanUpSessions({ db, now, settings }: World): Promise<void> {
  return deletePastSessions(db, { now, idleSince: idleSince(now, settings.sessionIdleDays), limit: rowsInARun });
}
