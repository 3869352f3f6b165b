import type { World } from "../world.ts";
import { makeSigningKey } from "./make.ts";
import { keptSince, newest, nextBeginsAt } from "./rules.ts";
import { deletePastKeys, type SigningKeyRow, selectKeys } from "./store.ts";

/**
 * Makes and publishes the next key a day before it signs, and takes away those of which no token lives any more. Where
 * nobody has needed a key yet, there is nothing to do.
 */
export async function rotateSigningKeys(world: World): Promise<void> {
  const { results } = await selectKeys(world.db).all<SigningKeyRow>();
  const last = newest(results.map(({ seq, signs_from }) => ({ seq, signsFrom: signs_from })));
  if (!last) return;
  const signsFrom = nextBeginsAt(last, world.now);
  if (signsFrom !== null) await makeSigningKey(world, last.seq, signsFrom);
  await deletePastKeys(world.db, keptSince(world.now));
}
