import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import { randomId } from "../crypto/random.ts";
import { type SealKey, seal } from "../crypto/seal.ts";
import type { World } from "../world.ts";
import { sealContext } from "./rules.ts";
import { deleteEarlierKeys, insertKey, insertOnlyKey, type SigningKeyRow, selectKeys } from "./store.ts";

/** What making a key takes; a command has no more of the world than this. */
export interface KeyMaking extends Pick<World, "db" | "now" | "random"> {
  sealKeys: readonly SealKey[];
}

/**
 * Makes a key that signs from `signsFrom` on, unless somebody made one after `lastSeq`; answers all keys there are then.
 * A key pair is drawn by the platform, which takes no randomness of ours.
 */
export async function makeSigningKey(
  world: World,
  lastSeq: number,
  signsFrom: number,
): Promise<D1Result<SigningKeyRow>> {
  const { db, now } = world;
  const { id, sealedKey } = await drawKey({ ...world, sealKeys: world.settings.sealKeys });
  const [, all] = await db.batch<SigningKeyRow>([
    insertKey(db, { id, sealedKey, now, signsFrom }, lastSeq),
    selectKeys(db),
  ]);
  if (!all) throw new Error("D1 answered fewer results than statements");
  return all;
}

/**
 * Statements that put a new key in the place of all others, which are neither published nor accepted from then on. Those
 * who keep the published set learn of it when theirs is too old (`publishedForSeconds`).
 */
export async function signingKeysToReplace(making: KeyMaking): Promise<D1PreparedStatement[]> {
  const { db, now } = making;
  const { id, sealedKey } = await drawKey(making);
  return [insertOnlyKey(db, { id, sealedKey, now, signsFrom: now }), deleteEarlierKeys(db, id)];
}

/** Draws a key pair and seals it. */
async function drawKey({ random, sealKeys }: KeyMaking): Promise<{ id: string; sealedKey: string }> {
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("the platform made no key pair");
  const { kty, crv, x, y, d } = (await crypto.subtle.exportKey("jwk", pair.privateKey)) as JsonWebKey;
  const id = randomId(random);
  const plain = new TextEncoder().encode(JSON.stringify({ kty, crv, x, y, d }));
  return { id, sealedKey: await seal(sealKeys, sealContext(id), plain, random) };
}
