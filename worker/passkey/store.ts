import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard, Term } from "../guard.ts";
import { known } from "../guard.ts";
import type { World } from "../world.ts";

export interface PasskeyRow {
  id: string;
  account_id: string;
  credential_id: string;
  public_key: string;
  sign_count: number;
  /** JSON of string[]. */
  transports: string;
  backup_eligible: 0 | 1;
  backed_up: 0 | 1;
  user_verified: 0 | 1;
  discoverable: 0 | 1 | null;
  aaguid: string;
  name: string;
}

const columns = `id, account_id, credential_id, public_key, sign_count, transports, backup_eligible, backed_up,
                 user_verified, discoverable, aaguid, name`;

/** Keeps a new passkey, while `guard` holds and no account has its credential; answers a row if so. */
export function insertPasskey(
  db: D1DatabaseSession,
  row: Omit<PasskeyRow, "user_verified" | "backed_up" | "backup_eligible" | "discoverable"> & {
    backup_eligible: boolean;
    backed_up: boolean;
    user_verified: boolean;
    discoverable: boolean | null;
    now: number;
  },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO passkeys (${columns}, created_at)
       SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ${guard.sql}
       ON CONFLICT (credential_id) DO NOTHING RETURNING id`,
    )
    .bind(
      row.id,
      row.account_id,
      row.credential_id,
      row.public_key,
      row.sign_count,
      row.transports,
      Number(row.backup_eligible),
      Number(row.backed_up),
      Number(row.user_verified),
      row.discoverable === null ? null : Number(row.discoverable),
      row.aaguid,
      row.name,
      row.now,
      ...guard.values,
    );
}

/** The passkey of a credential, whosever it is. */
export function findByCredential(db: D1DatabaseSession, credentialId: string): D1PreparedStatement {
  return db.prepare(`SELECT ${columns} FROM passkeys WHERE credential_id = ?`).bind(credentialId);
}

/**
 * A statement that reads what `signalOf` tells, for a batch. `others` are not good now and may be again: a password
 * manager would hide for ever what it is not told of (promise S10).
 */
export function credentialsToSignal(world: World, accountId: string, others: Term): D1PreparedStatement {
  return world.db
    .prepare(
      `SELECT credential_id FROM passkeys WHERE account_id = ?
        UNION ALL SELECT value FROM json_each(${others.sql})`,
    )
    .bind(accountId, ...others.values);
}

/** The passkeys of an account, the oldest first. */
export function findPasskeysOf(db: D1DatabaseSession, accountId: Term): D1PreparedStatement {
  return db
    .prepare(`SELECT ${columns} FROM passkeys WHERE account_id = ${accountId.sql} ORDER BY created_at, id`)
    .bind(...accountId.values);
}

/** The id of the account whose credential this is; null where it is nobody's. */
export function accountOfCredential(credentialId: string): Term {
  return { sql: "(SELECT account_id FROM passkeys WHERE credential_id = ?)", values: [credentialId] };
}

/** Holds while the credential is nobody's and the account has room for it. */
export function credentialIsNew(accountId: string, credentialId: string, atMost: number): Guard {
  return {
    sql: `NOT EXISTS (SELECT 1 FROM passkeys WHERE credential_id = ?)
          AND (SELECT count(*) FROM passkeys WHERE account_id = ?) < ?`,
    values: [credentialId, accountId, atMost],
  };
}

/** Holds while the account has this passkey. */
export function passkeyExists(accountId: string, id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM passkeys WHERE id = ? AND account_id = ?)", values: [id, accountId] };
}

/** Holds while the account has no passkey, the one of `butId` aside. */
export function noPasskeyLeft(accountId: string | Term, butId = ""): Guard {
  const { sql, values } = typeof accountId === "string" ? known(accountId) : accountId;
  return {
    sql: `NOT EXISTS (SELECT 1 FROM passkeys WHERE account_id = ${sql} AND id <> ?)`,
    values: [...values, butId],
  };
}

/** Holds while no later use of the passkey is known: its counter is lower, or it keeps none. */
export function counterIsBelow(id: string, signCount: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM passkeys WHERE id = ? AND (sign_count < ? OR (sign_count = 0 AND ? = 0)))",
    values: [id, signCount, signCount],
  };
}

/** Notes a use of a passkey and what it said of itself, while `guard` holds. */
export function noteUse(
  db: D1DatabaseSession,
  use: { id: string; signCount: number; backedUp: boolean; userVerified: boolean; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE passkeys SET sign_count = ?, backed_up = ?, user_verified = max(user_verified, ?), last_used_at = ?
        WHERE id = ? AND ${guard.sql}`,
    )
    .bind(use.signCount, Number(use.backedUp), Number(use.userVerified), use.now, use.id, ...guard.values);
}

/** Gives a passkey of the account another name; answers a row if there was one. */
export function renameRow(db: D1DatabaseSession, accountId: string, id: string, name: string): D1PreparedStatement {
  return db
    .prepare("UPDATE passkeys SET name = ? WHERE id = ? AND account_id = ? RETURNING id")
    .bind(name, id, accountId);
}

/** A statement that takes away one passkey, or with no id all of the account's, while `guard` holds; it answers a row for each. */
export function removePasskeys(world: World, accountId: string, id: string | null, guard: Guard): D1PreparedStatement {
  return world.db
    .prepare(`DELETE FROM passkeys WHERE account_id = ? AND (? IS NULL OR id = ?) AND ${guard.sql} RETURNING id`)
    .bind(accountId, id, id, ...guard.values);
}

/** A statement that gives a passkey back that was set aside, while `guard` holds. */
export function restorePasskey(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  const each = ["credential_id", "public_key", "sign_count", "transports", "backup_eligible", "backed_up"];
  const rest = ["user_verified", "discoverable", "aaguid", "name", "created_at", "last_used_at"];
  const values = [...each, ...rest].map((column) => `content ->> '${column}'`);
  return world.db
    .prepare(
      `INSERT INTO passkeys (${columns}, created_at, last_used_at)
       SELECT id, account_id, ${values.join(", ")}
         FROM set_aside WHERE id = ? AND account_id = ? AND kind = 'passkey' AND ${guard.sql}
       ON CONFLICT (credential_id) DO NOTHING`,
    )
    .bind(id, accountId, ...guard.values);
}
