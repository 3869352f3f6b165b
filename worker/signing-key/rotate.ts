import type { World } from "../world.ts";
import { signingAlgs } from "./algorithm.ts";
import { makeSigningKeys } from "./make.ts";
import { keptSince, keyTimesOf, newest, nextBeginsAt } from "./rules.ts";
import { deletePastKeys, type SigningKeyRow, selectKeys } from "./store.ts";

/**
 * Makes and publishes the next key of each algorithm a day before it signs, and takes away those of which no token lives
 * any more. Where nobody has needed a key of an algorithm yet, there is nothing to do for it.
 */
export async function rotateSigningKeys(world: World): Promise<void> {
  const { results } = await selectKeys(world.db).all<SigningKeyRow>();
  const times = results.map(keyTimesOf);
  const due = signingAlgs.flatMap((alg) => {
    const last = newest(times, alg);
    const signsFrom = last ? nextBeginsAt(last, world.now) : null;
    return last && signsFrom !== null ? [{ alg, lastSeq: last.seq, signsFrom }] : [];
  });
  if (due.length > 0) await makeSigningKeys(world, due);
  if (times.length > 0) await deletePastKeys(world.db, signingAlgs, keptSince(world.now));
}
