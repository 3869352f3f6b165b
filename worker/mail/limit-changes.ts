import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { day } from "../time.ts";
import type { World } from "../world.ts";
import type { LimitedChange } from "./rules.ts";
import { changesADay } from "./rules.ts";
import { failAtMany, findNthNewest, hasFailedAtMany } from "./store.ts";

/**
 * Runs a batch that changes how an account is protected, and that queues the mail on it, unless there were ten of that
 * kind within a day: then nothing of it happens (promise G7). Exact under concurrency, since it is decided in the same
 * transaction. For what adds or renews; what removes is never refused. What only leads to such a change is run by it too,
 * so that no work is done for one that will be refused (promise G8).
 */
export async function limitChanges<Row>(
  world: World,
  change: LimitedChange,
  statements: D1PreparedStatement[],
): Promise<Outcome<D1Result<Row>[], "too_many_attempts", { retryAfter: number }>> {
  const { db, now } = world;
  try {
    const limit = failAtMany(db, change.accountId, change.kind, { now, limit: changesADay });
    const [, ...results] = await db.batch<Row>([limit, ...statements]);
    return ok(results);
  } catch (error) {
    if (!hasFailedAtMany(error)) throw error;
    return fail("too_many_attempts", { retryAfter: Math.max(1, await secondsToChange(world, change)) });
  }
}

/** Whole seconds until `limitChanges` would not refuse; 0 where it does not now. */
export async function secondsToChange({ db, now }: World, { accountId, kind }: LimitedChange): Promise<number> {
  const tenth = await findNthNewest(db, accountId, kind, { now, nth: changesADay });
  return tenth === null ? 0 : Math.ceil((tenth + day - now) / 1000);
}
