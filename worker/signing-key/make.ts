import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { randomId } from "../crypto/random.ts";
import { type SealKey, seal } from "../crypto/seal.ts";
import { utf8 } from "../crypto/utf8.ts";
import type { World } from "../world.ts";
import { drawKeyPair, type SigningAlg, signingAlgs } from "./algorithm.ts";
import { sealContext } from "./rules.ts";
import { deleteEarlierKeys, insertKey, insertOnlyKey, type SigningKeyRow, selectKeys } from "./store.ts";

/** What making a key takes; a command has no more of the world than this. */
export interface KeyMaking extends Pick<World, "db" | "now" | "random"> {
  sealKeys: readonly SealKey[];
}

/** A key to make. */
export interface WantedKey {
  alg: SigningAlg;
  /** The last key of that algorithm: where another was made since, none is made now. */
  lastSeq: number;
  /** When it begins to sign, in milliseconds since 1970. */
  signsFrom: number;
}

/** Makes keys, each unless somebody made one of its algorithm after `lastSeq`; returns all keys there are then. */
export async function makeSigningKeys(world: World, wanted: readonly WantedKey[]): Promise<D1Result<SigningKeyRow>> {
  const { db, now } = world;
  const drawn = await Promise.all(
    wanted.map(async (key) => ({
      ...key,
      ...(await drawKey({ ...world, sealKeys: world.settings.sealKeys }, key.alg)),
    })),
  );
  const results = await db.batch<SigningKeyRow>([
    ...drawn.map((key) => insertKey(db, { ...key, now }, key.lastSeq)),
    selectKeys(db),
  ]);
  const all = results.at(-1);
  if (!all) throw new Error("D1 answered fewer results than statements");
  return all;
}

/**
 * Statements that put new keys, one of each algorithm, in the place of all others, which are neither published nor accepted
 * from then on. Those who keep the published set learn of it when theirs is too old (`publishedForSeconds`).
 */
export async function signingKeysToReplace(making: KeyMaking): Promise<D1PreparedStatement[]> {
  const { db, now } = making;
  const drawn = await Promise.all(signingAlgs.map(async (alg) => ({ alg, ...(await drawKey(making, alg)) })));
  // The transaction numbers them one after the other, so all others come before the first.
  const first = drawn.slice(0, 1).map(({ id }) => deleteEarlierKeys(db, id));
  return [...drawn.map((key) => insertOnlyKey(db, { ...key, now, signsFrom: now })), ...first];
}

/** Draws a key pair and seals it. */
async function drawKey({ random, sealKeys }: KeyMaking, alg: SigningAlg): Promise<{ id: string; sealedKey: string }> {
  const id = randomId(random);
  const plain = utf8(JSON.stringify(await drawKeyPair(alg)));
  return { id, sealedKey: await seal(sealKeys, sealContext(id), plain, random) };
}
