import type { D1DatabaseSession } from "@cloudflare/workers-types";
import { type BatchPlace, type ResealedBatch, type Resealing, resealRows } from "../../crypto/reseal.ts";
import { sealContext } from "../../totp/rules.ts";
import { countBySealingKey, findSealedBy, resealSecret } from "./store.ts";

/** How many secrets of apps that were suspended or removed each key has sealed, by the key's id. */
export async function countSealedAside(db: D1DatabaseSession): Promise<Map<string, number>> {
  const rows = await countBySealingKey(db);
  return new Map(rows.map(({ sealed_by, count }) => [sealed_by, count]));
}

/**
 * Puts up to `limit` of them under the newest key, beginning behind the item `after`, all or none: an app that is given
 * back has to open (promises C5, S10).
 */
export async function resealAside(resealing: Resealing, { keyId, after, limit }: BatchPlace): Promise<ResealedBatch> {
  const found = await findSealedBy(resealing.db, keyId, after, limit);
  const rows = found.map(({ id, account_id, sealed_secret }) => ({
    id,
    sealed: sealed_secret,
    context: sealContext({ accountId: account_id, methodId: id }),
  }));
  return resealRows(resealing, rows, limit, resealSecret);
}
