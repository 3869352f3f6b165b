import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { RandomBytes } from "./random.ts";
import { open, type SealKey, seal } from "./seal.ts";

/** What resealing takes: the keys as in the settings, the newest first. */
export interface Resealing {
  db: D1DatabaseSession;
  keys: readonly SealKey[];
  random: RandomBytes;
}

/** A secret of an older key, whatever it is for. */
export interface SealedRow {
  id: string;
  sealed: string;
  context: readonly string[];
}

/** What one batch did. */
export interface ResealedBatch {
  resealed: number;
  /** The ids of rows that were altered and open under no key. */
  damaged: string[];
  /** Where the next batch goes on; null after the last one. */
  next: string | null;
}

/** Where a batch begins, behind the row `after`, and how many rows it takes. */
export interface BatchPlace {
  keyId: string;
  after: string;
  limit: number;
}

/**
 * Puts rows under the newest key, all or none of them. `put` replaces one envelope by another and answers a row, unless
 * it was replaced meanwhile: so a run that is stopped anywhere is finished by the next (promise C5).
 */
export async function resealRows(
  { db, keys, random }: Resealing,
  rows: readonly SealedRow[],
  limit: number,
  put: (db: D1DatabaseSession, id: string, sealed: { old: string; next: string }) => D1PreparedStatement,
): Promise<ResealedBatch> {
  const damaged: string[] = [];
  const statements = [];
  for (const { id, sealed, context } of rows) {
    const opened = await open(keys, context, sealed);
    if (!opened.ok) damaged.push(id);
    else statements.push(put(db, id, { old: sealed, next: await seal(keys, context, opened.value.plain, random) }));
  }
  const results = statements.length > 0 ? await db.batch(statements) : [];
  const resealed = results.filter((result) => result.results.length === 1).length;
  return { resealed, damaged, next: rows.length === limit ? (rows.at(-1)?.id ?? null) : null };
}
