import { fromBase64Url } from "../crypto/base64.ts";
import { pseudonymOf } from "../crypto/mac.ts";
import { open, type SealKey, seal } from "../crypto/seal.ts";
import { utf8 } from "../crypto/utf8.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import { answerLifetimeMinutes, misusesAtMost } from "./rules.ts";
import { type Claim, countMisuse, deleteClaim, findKept, insertClaim, keepAnswer } from "./store.ts";

/** A request with a key: what it is, and who sends it. */
export interface KeyedRequest {
  key: string;
  /** The secret that it comes by: of a session, a sign-in, a set-up or a link; empty where it begins something. */
  credential: string;
  /** SHA-256 of the method, the address and the body. */
  digest: string;
}

/** An answer as it is given again. */
export interface KeptAnswer {
  status: number;
  headers: [name: string, value: string][];
  body: string;
}

/** What is known of an earlier request with the key. */
export type Earlier = { is: "answered"; answer: KeptAnswer } | { is: "another" | "under_way" | "unknown" };

/** The name of a key in the database: the same key of somebody else is another one. */
export function idOf({ settings }: World, credential: string, key: string): Promise<string> {
  return pseudonymOf(settings.macKey, ["idempotency", "id", credential], key);
}

/**
 * Keeps what a request was answered. It is sealed by a key that is made from the request, so that neither the database
 * nor SEAL_KEY opens it: what a session was told stays with the one who has its request.
 */
export async function keep(
  world: World,
  request: KeyedRequest,
  claim: Claim,
  given: { answer: KeptAnswer; renewed: string | null },
): Promise<void> {
  const plain = utf8(JSON.stringify(given.answer));
  const answer = await seal(await sealKeysOf(world, request), ["idempotency", request.digest], plain, world.random);
  const renewedId = given.renewed === null ? null : await idOf(world, given.renewed, request.key);
  const now = world.clock();
  const times = { now, underWaySince: now, expiresAt: now + answerLifetimeMinutes * minute };
  // A request that wrote nothing has no claim yet.
  await world.db.batch([insertClaim(world.db, claim, times), keepAnswer(world.db, claim, { answer, renewedId })]);
}

/** Gives a key back whose request was not carried out, so that it can be sent again. */
export async function giveBack(world: World, claim: Claim): Promise<void> {
  await deleteClaim(world.db, claim).run();
}

/** What became of an earlier request with the key; what comes with another content is counted, and opens nothing. */
export async function findEarlier(world: World, request: KeyedRequest): Promise<Earlier> {
  const row = await findKept(world.db, await idOf(world, request.credential, request.key), world.clock());
  if (!row) return { is: "unknown" };
  if (row.request !== request.digest || row.misuses >= misusesAtMost) {
    await countMisuse(world.db, row.id).run();
    return { is: "another" };
  }
  if (row.answer === null) return { is: "under_way" };
  const opened = await open(await sealKeysOf(world, request), ["idempotency", request.digest], row.answer);
  if (!opened.ok) throw new Error(`a kept answer does not open: ${opened.code}`);
  return { is: "answered", answer: JSON.parse(new TextDecoder().decode(opened.value.plain)) as KeptAnswer };
}

async function sealKeysOf({ settings }: World, { key, digest }: KeyedRequest): Promise<SealKey[]> {
  const bytes = fromBase64Url(await pseudonymOf(settings.macKey, ["idempotency", "seal", digest], key));
  return [{ id: "request", bytes }];
}
