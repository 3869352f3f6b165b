import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";

export interface SignUpRow {
  id: string;
  email: string;
  locale: string;
  password_hash: string;
  expires_at: number;
  /** The address of the account that has it already, as that has it; null where none has. */
  taken_by: string | null;
}

/** Keeps a sign-up, and tells in the same round trip the address of the account that has it already. */
export function insertSignUp(
  db: D1DatabaseSession,
  row: {
    id: string;
    email: string;
    emailKey: string;
    emailKeys: readonly string[];
    locale: string;
    passwordHash: string;
    now: number;
    expiresAt: number;
  },
): Promise<{ taken_by: string | null } | null> {
  return db
    .prepare(
      `INSERT INTO sign_ups (id, email, email_key, locale, password_hash, created_at, expires_at)
       VALUES (?, ?, ?, ?, ?, ?, ?)
       RETURNING (SELECT accounts.email FROM accounts
                   WHERE accounts.email_key IN (SELECT value FROM json_each(?)) LIMIT 1) AS taken_by`,
    )
    .bind(
      row.id,
      row.email,
      row.emailKey,
      row.locale,
      row.passwordHash,
      row.now,
      row.expiresAt,
      JSON.stringify(row.emailKeys),
    )
    .first();
}

/** A sign-up that still waits for its code; null where it expired or never was. */
export function findSignUp(db: D1DatabaseSession, id: string, now: number): Promise<SignUpRow | null> {
  return db
    .prepare(
      `SELECT id, email, locale, password_hash, expires_at,
              (SELECT accounts.email FROM accounts WHERE accounts.email_key = sign_ups.email_key) AS taken_by
         FROM sign_ups WHERE id = ? AND expires_at > ?`,
    )
    .bind(id, now)
    .first<SignUpRow>();
}

/** Lets a sign-up wait longer, until `expiresAt`. */
export function extendSignUp(db: D1DatabaseSession, id: string, expiresAt: number): D1PreparedStatement {
  return db.prepare("UPDATE sign_ups SET expires_at = ? WHERE id = ?").bind(expiresAt, id);
}

/** Takes a sign-up away, once it has become an account. */
export function deleteSignUp(db: D1DatabaseSession, id: string): D1PreparedStatement {
  return db.prepare("DELETE FROM sign_ups WHERE id = ?").bind(id);
}

/** Takes away sign-ups that expired by `now`, `limit` at most; answers how many went. */
export async function deleteExpiredSignUps(db: D1DatabaseSession, now: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM sign_ups WHERE id IN (SELECT id FROM sign_ups WHERE expires_at <= ? LIMIT ?)")
    .bind(now, limit)
    .run();
  return meta.changes;
}
