import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { randomId } from "../crypto/random.ts";
import { always, both, type Guard, known, type Term } from "../guard.ts";
import type { World } from "../world.ts";
import { secondsUntil, type TryPolicy } from "./rules.ts";
import { type CountRow, countTry, deleteCounts, noneIsBlocked, readBlockedUntil, tryIsTaken } from "./store.ts";

/** What a try is counted under. */
export interface Counter {
  key: Term;
  policy: TryPolicy;
}

/** A try that was counted under each of its counters, in their order. */
export type TakenTry = CountRow[];

/** A try that is taken when `statements` are run, in this order and in one batch. */
export interface TryToTake {
  statements: D1PreparedStatement[];
  /** Holds, later in the same batch, when it was taken. */
  isTaken: Guard;
  /** What became of it, from what `statements` answered. */
  read: (results: readonly D1Result[]) => Outcome<TakenTry, "too_many_attempts", { retryAfter?: number }>;
}

/**
 * Takes a try before it is judged, so that of any number at once no more are judged than are allowed (promise G3).
 * It counts under every counter, or where one of them is blocked, or `guard` does not hold, under none.
 */
export function tryToTake(world: World, counters: readonly [Counter, ...Counter[]], guard: Guard = always): TryToTake {
  const takenBy = randomId(world.random);
  const keys = counters.map(({ key }) => key);
  const [first, ...others] = counters;
  const firstIsTaken = tryIsTaken(first.key, takenBy);
  const firstGuard = others.length > 0 ? both(guard, noneIsBlocked(keys.slice(1), world.now)) : guard;
  const count = ({ key, policy }: Counter, condition: Guard) =>
    countTry(world.db, key, policy, { now: world.now, takenBy, guard: condition });
  return {
    statements: [
      count(first, firstGuard),
      ...others.map((counter) => count(counter, firstIsTaken)),
      readBlockedUntil(world.db, keys),
    ],
    isTaken: firstIsTaken,
    read(results) {
      const rows = results.slice(0, counters.length).flatMap((result) => result.results as unknown as CountRow[]);
      if (rows.length === counters.length) return ok(rows);
      const [last] = (results[counters.length]?.results ?? []) as { blocked_until: number | null }[];
      return fail("too_many_attempts", { retryAfter: secondsUntil(last?.blocked_until ?? world.now, world.now) });
    },
  };
}

/** Takes a try by itself, in one round trip. */
export async function takeTry(
  world: World,
  key: string,
  policy: TryPolicy,
): Promise<Outcome<TakenTry, "too_many_attempts", { retryAfter?: number }>> {
  const attempt = tryToTake(world, [{ key: known(key), policy }]);
  return attempt.read(await world.db.batch(attempt.statements));
}

/** A statement that forgets all wrong tries of some keys, after a right one. */
export function forgiveTries(world: World, ...keys: string[]): D1PreparedStatement {
  return deleteCounts(world.db, keys, always);
}

/** The same, while `guard` holds. */
export function forgiveTriesWhile(world: World, guard: Guard, ...keys: string[]): D1PreparedStatement {
  return deleteCounts(world.db, keys, guard);
}
