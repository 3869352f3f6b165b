import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { Outcome } from "../../shared/outcome.ts";
import { both, type Guard, known, not } from "../guard.ts";
import type { World } from "../world.ts";
import type { TryPolicy } from "./rules.ts";
import { whichHolds } from "./store.ts";
import { type Counter, type TakenTry, tryToTake } from "./take-try.ts";

/** A count that is somebody's own where what they claim is true, so that strangers' tries take nothing from them. */
export interface OwnCount {
  isTrue: Guard;
  key: string;
  policy: TryPolicy;
}

/** A try that was counted: by which of the counts of somebody's own, or null by those that all share. */
export interface CountedTry {
  by: number | null;
  taken: Outcome<TakenTry, "too_many_attempts", { retryAfter?: number }>;
}

/**
 * Takes a try by the first count of somebody's own whose claim is true, else by those that all share: by one of them
 * alone, in the caller's batch and before it is judged (promises G2, G3, G5).
 */
export function tryByOwnCount(
  world: World,
  own: readonly OwnCount[],
  shared: readonly [Counter, ...Counter[]],
): { statements: D1PreparedStatement[]; read: (results: readonly D1Result[]) => CountedTry } {
  const isNoneOf = (claims: readonly OwnCount[], guard: Guard) =>
    claims.reduce((sum, { isTrue }) => both(not(isTrue), sum), guard);
  const owns = own.map(({ isTrue, key, policy }, at) =>
    tryToTake(world, [{ key: known(key), policy }], isNoneOf(own.slice(0, at), isTrue)),
  );
  const byAll = tryToTake(world, shared, isNoneOf(own, { sql: "1", values: [] }));
  const attempts = [...owns, byAll];
  return {
    statements: [
      whichHolds(
        world.db,
        own.map(({ isTrue }) => isTrue),
      ),
      ...attempts.flatMap(({ statements }) => statements),
    ],
    read(results) {
      const [which] = (results[0]?.results ?? []) as { at: number | null }[];
      const by = which?.at ?? null;
      const index = by ?? owns.length;
      const before = attempts.slice(0, index).flatMap(({ statements }) => statements).length;
      const attempt = attempts[index] ?? byAll;
      return { by, taken: attempt.read(results.slice(1 + before)) };
    },
  };
}
