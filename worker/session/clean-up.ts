import { cleanUp } from "../clean-up.ts";
import type { World } from "../world.ts";
import { idleSince } from "./rules.ts";
import { deleteEndedSessions, deletePastSessions } from "./store.ts";

/** Takes away sessions that have ended by themselves, or for everybody, as many of each as one run may. */
export async function cleanUpSessions({ db, now, settings }: World): Promise<void> {
  const since = idleSince(now, settings.sessionIdleDays);
  await cleanUp((limit) => deletePastSessions(db, { now, idleSince: since, limit }));
  const longestMs = settings.sessionMaximumDays * 24 * 60 * 60_000;
  await cleanUp((limit) => deleteEndedSessions(db, longestMs, limit));
}
