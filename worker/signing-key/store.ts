import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { SigningAlg } from "./algorithm.ts";

export interface SigningKeyRow {
  seq: number;
  id: string;
  alg: SigningAlg;
  sealed_key: string;
  signs_from: number;
}

/** A key to keep. Times in milliseconds since 1970. */
export interface NewKey {
  id: string;
  alg: SigningAlg;
  sealedKey: string;
  now: number;
  signsFrom: number;
}

/** The keys that there are, the newest first: of each algorithm one, two while a new one is announced, more only after a lost one. */
export function selectKeys(db: D1DatabaseSession): D1PreparedStatement {
  return db.prepare("SELECT seq, id, alg, sealed_key, signs_from FROM signing_keys ORDER BY seq DESC LIMIT 20");
}

/**
 * Keeps a key, unless one of its algorithm was made after `lastSeq` meanwhile: of several who find that one is due, the
 * first makes it.
 */
export function insertKey(db: D1DatabaseSession, row: NewKey, lastSeq: number): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO signing_keys (id, alg, sealed_key, created_at, signs_from)
       SELECT ?, ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM signing_keys WHERE seq > ? AND alg = ?)`,
    )
    .bind(row.id, row.alg, row.sealedKey, row.now, row.signsFrom, lastSeq, row.alg);
}

/** Keeps a key, whatever others there are. */
export function insertOnlyKey(db: D1DatabaseSession, row: NewKey): D1PreparedStatement {
  return db
    .prepare("INSERT INTO signing_keys (id, alg, sealed_key, created_at, signs_from) VALUES (?, ?, ?, ?, ?)")
    .bind(row.id, row.alg, row.sealedKey, row.now, row.signsFrom);
}

/** Takes away every key that was made before one. */
export function deleteEarlierKeys(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare("DELETE FROM signing_keys WHERE seq < (SELECT seq FROM signing_keys WHERE id = ?)").bind(id);
}

/** Takes away the keys of each algorithm before one of it that began to sign at `since` or earlier. */
export async function deletePastKeys(db: D1DatabaseSession, algs: readonly SigningAlg[], since: number): Promise<void> {
  const statement = db.prepare(
    `DELETE FROM signing_keys
      WHERE alg = ? AND seq < (SELECT max(seq) FROM signing_keys WHERE signs_from <= ? AND alg = ?)`,
  );
  await db.batch(algs.map((alg) => statement.bind(alg, since, alg)));
}

/** Puts a key under another sealing key, unless that has happened meanwhile; answers a row if so. */
export function resealKey(
  db: D1DatabaseSession,
  id: string,
  { old, next }: { old: string; next: string },
): D1PreparedStatement {
  return db
    .prepare("UPDATE signing_keys SET sealed_key = ? WHERE id = ? AND sealed_key = ? RETURNING id")
    .bind(next, id, old);
}
