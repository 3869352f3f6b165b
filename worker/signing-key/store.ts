import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";

export interface SigningKeyRow {
  seq: number;
  id: string;
  sealed_key: string;
  signs_from: number;
}

/** The keys that there are, the newest first: one, two while a new one is announced, more only after a lost one. */
export function selectKeys(db: D1DatabaseSession): D1PreparedStatement {
  return db.prepare("SELECT seq, id, sealed_key, signs_from FROM signing_keys ORDER BY seq DESC LIMIT 10");
}

/** Keeps a key, unless one was made after `lastSeq` meanwhile: of several who find that one is due, the first makes it. */
export function insertKey(
  db: D1DatabaseSession,
  row: { id: string; sealedKey: string; now: number; signsFrom: number },
  lastSeq: number,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO signing_keys (id, sealed_key, created_at, signs_from)
       SELECT ?, ?, ?, ? WHERE NOT EXISTS (SELECT 1 FROM signing_keys WHERE seq > ?)`,
    )
    .bind(row.id, row.sealedKey, row.now, row.signsFrom, lastSeq);
}

/** Keeps a key, whatever others there are. */
export function insertOnlyKey(
  db: D1DatabaseSession,
  row: { id: string; sealedKey: string; now: number; signsFrom: number },
): D1PreparedStatement {
  return db
    .prepare("INSERT INTO signing_keys (id, sealed_key, created_at, signs_from) VALUES (?, ?, ?, ?)")
    .bind(row.id, row.sealedKey, row.now, row.signsFrom);
}

/** Takes away every key that was made before one. */
export function deleteEarlierKeys(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare("DELETE FROM signing_keys WHERE seq < (SELECT seq FROM signing_keys WHERE id = ?)").bind(id);
}

/** Takes away the keys before one that began to sign at `since` or earlier. */
export async function deletePastKeys(db: D1DatabaseSession, since: number): Promise<void> {
  await db
    .prepare("DELETE FROM signing_keys WHERE seq < (SELECT max(seq) FROM signing_keys WHERE signs_from <= ?)")
    .bind(since)
    .run();
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
