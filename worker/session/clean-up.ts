import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { idleSince } from "./rules.ts";
import { deletePastSessions } from "./store.ts";

/** Takes away sessions that have ended by themselves, as many as one run may. */
export function cleanUpSessions({ db, now, settings }: World): Promise<void> {
  const since = idleSince(now, settings.sessionIdleDays);
  return cleanUp((limit) => deletePastSessions(db, { now, idleSince: since, limit }));
}
