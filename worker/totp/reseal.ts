import type { D1DatabaseSession } from "@cloudflare/workers-types";
import { type BatchPlace, type ResealedBatch, type Resealing, resealRows } from "../crypto/reseal.ts";
import { sealContext } from "./rules.ts";
import { countBySealingKey, findSealedBy, resealSecret } from "./store.ts";

/** How many secrets each key has sealed, by the key's id. */
export async function countSealed(db: D1DatabaseSession): Promise<Map<string, number>> {
  const rows = await countBySealingKey(db);
  return new Map(rows.map(({ sealed_by, count }) => [sealed_by, count]));
}

/**
 * Puts up to `limit` secrets of an older key under the newest, beginning behind the method `after`, all or none of them.
 * Each row itself says whether it is done; a row that a sign-in resealed meanwhile is left as it is (promise C5).
 */
export async function resealBatch(resealing: Resealing, { keyId, after, limit }: BatchPlace): Promise<ResealedBatch> {
  const found = await findSealedBy(resealing.db, keyId, after, limit);
  const rows = found.map(({ id, account_id, sealed_secret }) => ({
    id,
    sealed: sealed_secret,
    context: sealContext({ accountId: account_id, methodId: id }),
  }));
  return resealRows(resealing, rows, limit, resealSecret);
}
