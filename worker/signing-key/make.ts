import type { D1Result } from "@cloudflare/workers-types";
import { randomId } from "../crypto/random.ts";
import { seal } from "../crypto/seal.ts";
import type { World } from "../world.ts";
import { sealContext } from "./rules.ts";
import { insertKey, type SigningKeyRow, selectKeys } from "./store.ts";

/**
 * Makes a key that signs from `signsFrom` on, unless somebody made one after `lastSeq`; answers all keys there are then.
 * A key pair is drawn by the platform, which takes no randomness of ours.
 */
export async function makeSigningKey(
  world: World,
  lastSeq: number,
  signsFrom: number,
): Promise<D1Result<SigningKeyRow>> {
  const { db, now, random, settings } = world;
  const pair = await crypto.subtle.generateKey({ name: "ECDSA", namedCurve: "P-256" }, true, ["sign", "verify"]);
  if (!("privateKey" in pair)) throw new Error("the platform made no key pair");
  const { kty, crv, x, y, d } = (await crypto.subtle.exportKey("jwk", pair.privateKey)) as JsonWebKey;
  const id = randomId(random);
  const plain = new TextEncoder().encode(JSON.stringify({ kty, crv, x, y, d }));
  const sealedKey = await seal(settings.sealKeys, sealContext(id), plain, random);
  const [, all] = await db.batch<SigningKeyRow>([
    insertKey(db, { id, sealedKey, now, signsFrom }, lastSeq),
    selectKeys(db),
  ]);
  if (!all) throw new Error("D1 answered fewer results than statements");
  return all;
}
