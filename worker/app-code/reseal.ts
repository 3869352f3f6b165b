import type { D1DatabaseSession } from "@cloudflare/workers-types";
import type { RandomBytes } from "../crypto/random.ts";
import { open, type SealKey, seal } from "../crypto/seal.ts";
import { sealContext } from "./rules.ts";
import { countBySealingKey, findSealedBy, resealSecret } from "./store.ts";

/** What resealing takes: the keys as in the settings, the newest first. */
export interface Resealing {
  db: D1DatabaseSession;
  keys: readonly SealKey[];
  random: RandomBytes;
}

/** What one batch did. */
export interface ResealedBatch {
  resealed: number;
  /** The methods whose rows were altered and open under no key. */
  damaged: string[];
  /** Where the next batch goes on; null after the last one. */
  next: string | null;
}

/** How many secrets each key has sealed, by the key's id. */
export async function countSealed(db: D1DatabaseSession): Promise<Map<string, number>> {
  const rows = await countBySealingKey(db);
  return new Map(rows.map(({ sealed_by, count }) => [sealed_by, count]));
}

/**
 * Puts up to `limit` secrets of an older key under the newest, beginning behind the method `after`, all or none of them.
 * Each row itself says whether it is done, so a run that is stopped anywhere is finished by the next; a row that a
 * sign-in resealed meanwhile is left as it is (promise C5).
 */
export async function resealBatch(
  { db, keys, random }: Resealing,
  { keyId, after, limit }: { keyId: string; after: string; limit: number },
): Promise<ResealedBatch> {
  const rows = await findSealedBy(db, keyId, after, limit);
  const damaged: string[] = [];
  const statements = [];
  for (const { id, account_id, sealed_secret: old } of rows) {
    const context = sealContext({ accountId: account_id, methodId: id });
    const opened = await open(keys, context, old);
    if (!opened.ok) damaged.push(id);
    else statements.push(resealSecret(db, id, { old, next: await seal(keys, context, opened.value.plain, random) }));
  }
  const results = statements.length > 0 ? await db.batch(statements) : [];
  const resealed = results.filter((result) => result.results.length === 1).length;
  return { resealed, damaged, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}
