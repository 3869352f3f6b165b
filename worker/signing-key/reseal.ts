import type { D1DatabaseSession } from "@cloudflare/workers-types";
import type { RandomBytes } from "../crypto/random.ts";
import { open, type SealKey, seal, sealedBy } from "../crypto/seal.ts";
import { sealContext } from "./rules.ts";
import { resealKey, type SigningKeyRow, selectKeys } from "./store.ts";

/** How many signing keys each sealing key has sealed, by its id. */
export async function countSealedKeys(db: D1DatabaseSession): Promise<Map<string, number>> {
  const { results } = await selectKeys(db).all<SigningKeyRow>();
  return new Map([...Map.groupBy(results, (row) => sealedBy(row.sealed_key))].map(([id, rows]) => [id, rows.length]));
}

/**
 * Puts the signing keys of older sealing keys under the newest, all or none of them: they are so few that it is one batch.
 * Answers how many were resealed, and the ids of those that open under no key.
 */
export async function resealSigningKeys(
  db: D1DatabaseSession,
  keys: readonly SealKey[],
  random: RandomBytes,
): Promise<{ resealed: number; damaged: string[] }> {
  const { results: rows } = await selectKeys(db).all<SigningKeyRow>();
  const damaged: string[] = [];
  const statements = [];
  for (const { id, sealed_key: old } of rows) {
    const opened = await open(keys, sealContext(id), old);
    if (!opened.ok && opened.code === "damaged") damaged.push(id);
    if (!opened.ok || !opened.value.stale) continue;
    statements.push(resealKey(db, id, { old, next: await seal(keys, sealContext(id), opened.value.plain, random) }));
  }
  const done = statements.length > 0 ? await db.batch(statements) : [];
  return { resealed: done.filter(({ results }) => results.length === 1).length, damaged };
}
