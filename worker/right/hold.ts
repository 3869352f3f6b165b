import type { D1DatabaseSession, D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { throughBatches } from "./batches.ts";
import { type Right, RightEnded } from "./right.ts";
import { failUnless, hasFailed } from "./store.ts";

/** A world in which nothing is read or written that a right does not allow at that very moment (promise S4b). */
export interface HeldWorld {
  world: World;
  /** Ends that: what follows the answer also follows an act that ended the right, such as signing out. */
  release: () => void;
}

/**
 * The same world, in which each statement and each batch first asks, in its own transaction and round trip, whether
 * `right` still stands by the clock of that moment. Where it does not, nothing of it happens and `RightEnded` is thrown.
 */
export function holdTo(world: World, right: Right): HeldWorld {
  const hold = { isOn: true };
  const db = throughBatches(world.db, async (statements) => {
    if (!hold.isOn) return world.db.batch(statements);
    const guard = { name: right.name, guard: right.standsAt(world.clock()) };
    const results = await batchWhile(world.db, guard, statements);
    if (!results) throw new RightEnded(right);
    return results;
  });
  return {
    world: { ...world, db },
    release: () => {
      hold.isOn = false;
    },
  };
}

/**
 * A batch that takes place only while `guard` holds, as its transaction finds it after `before`; null where it does not:
 * then nothing of it has happened. `name` tells it from other guards around the same database.
 */
export async function batchWhile(
  db: D1DatabaseSession,
  { name, guard }: { name: string; guard: Guard },
  statements: D1PreparedStatement[],
  before: D1PreparedStatement[] = [],
): Promise<D1Result[] | null> {
  try {
    const results = await db.batch([...before, failUnless(db, guard, name), ...statements]);
    return results.slice(before.length + 1);
  } catch (error) {
    if (hasFailed(error, name)) return null;
    throw error;
  }
}
