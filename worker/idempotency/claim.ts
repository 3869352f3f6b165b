import { both } from "../guard.ts";
import { throughBatches } from "../right/batches.ts";
import { batchWhile } from "../right/hold.ts";
import { minute, second } from "../time.ts";
import type { World } from "../world.ts";
import { answerLifetimeMinutes, requestLifetimeSeconds } from "./rules.ts";
import { type Claim, insertClaim, isClaimed, isFree } from "./store.ts";

/** Thrown instead of what a batch would have answered, where a request with the same key came before: nothing was done. */
export class CameBefore extends Error {
  constructor() {
    super("a request with this key has come before");
  }
}

/** A world in which a request is carried out only if no other one with its key is, or was. */
export interface ClaimedWorld {
  world: World;
  key: Claim;
  /** Whether the request has written something, and with it its claim. */
  readonly hasClaimed: boolean;
  /** Ends that: what follows the answer is no part of the request. */
  release: () => void;
}

const guardName = "idempotency-key";

/**
 * The same world, in which the first batch that writes also writes who carries the request out, in its own transaction
 * and round trip, and in which each batch is done only while nobody else does. Throws `CameBefore` where somebody else
 * does, or did: then nothing of the batch has happened.
 */
export function claim(world: World, key: Claim): ClaimedWorld {
  const state = { isOn: true, hasClaimed: false };
  const db = throughBatches(world.db, async (statements, onlyReads) => {
    if (!state.isOn) return world.db.batch(statements);
    const now = world.clock();
    const underWaySince = now - requestLifetimeSeconds * second;
    const free = isFree(key, now, underWaySince);
    const expiresAt = now + answerLifetimeMinutes * minute;
    const writes = !onlyReads && !state.hasClaimed;
    const before = writes ? [insertClaim(world.db, key, { now, underWaySince, expiresAt })] : [];
    const guard = writes || state.hasClaimed ? both(isClaimed(key), free) : free;
    const results = await batchWhile(world.db, { name: guardName, guard }, statements, before);
    if (!results) throw new CameBefore();
    state.hasClaimed ||= writes;
    return results;
  });
  return {
    world: { ...world, db },
    key,
    get hasClaimed() {
      return state.hasClaimed;
    },
    release: () => {
      state.isOn = false;
    },
  };
}
