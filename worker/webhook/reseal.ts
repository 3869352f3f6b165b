import type { D1DatabaseSession } from "@cloudflare/workers-types";
import { type BatchPlace, type ResealedBatch, type Resealing, resealRows } from "../crypto/reseal.ts";
import { sealContext } from "./rules.ts";
import { countBySealingKey, findSealedBy, resealSecret } from "./store.ts";

/** How many secrets of endpoints each key has sealed, by the key's id. */
export async function countSealedSecrets(db: D1DatabaseSession): Promise<Map<string, number>> {
  const rows = await countBySealingKey(db);
  return new Map(rows.map(({ sealed_by, count }) => [sealed_by, count]));
}

/** Puts up to `limit` secrets of an older key under the newest, beginning behind the one of the id `after`. */
export async function resealSecrets(resealing: Resealing, { keyId, after, limit }: BatchPlace): Promise<ResealedBatch> {
  const found = await findSealedBy(resealing.db, keyId, after, limit);
  const rows = found.map(({ id, endpoint_id, sealed_secret }) => ({
    id,
    sealed: sealed_secret,
    context: sealContext({ endpointId: endpoint_id, secretId: id }),
  }));
  return resealRows(resealing, rows, limit, resealSecret);
}
