import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import type { World } from "../world.ts";
import { secondsUntil, type TryPolicy } from "./rules.ts";
import { countTry, deleteThrottle, readBlockedUntil } from "./store.ts";

/**
 * Takes a try of `key` before it is judged, so that of any number at once no more are judged than are allowed.
 * A right try is forgiven with `forgiveTries`; a wrong one stays counted.
 */
export async function takeTry(
  world: World,
  key: string,
  policy: TryPolicy,
): Promise<Outcome<void, "too_many_attempts", { retryAfter?: number }>> {
  if (await countTry(world.db, key, policy, world.now)) return ok(undefined);
  const blockedUntil = (await readBlockedUntil(world.db, key)) ?? world.now;
  return fail("too_many_attempts", { retryAfter: secondsUntil(blockedUntil, world.now) });
}

/** Forgets the wrong tries of `key`, after a right one. */
export function forgiveTries(world: World, key: string): Promise<void> {
  return deleteThrottle(world.db, key);
}
