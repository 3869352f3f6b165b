import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard, Term } from "../../guard.ts";
import type { World } from "../../world.ts";

const isSuspended = "state = 'suspended' AND disputed_at IS NOT NULL";

/** A statement that reads the suspended apps of an account, as `verifyTotpCode` takes them. */
export function suspendedAppsToVerify(world: World, accountId: string): D1PreparedStatement {
  return world.db
    .prepare(
      `SELECT id, content ->> 'sealed_secret' AS sealed_secret, content ->> 'algorithm' AS algorithm,
              content ->> 'period' AS period
         FROM set_aside WHERE account_id = ? AND kind = 'app' AND ${isSuspended}`,
    )
    .bind(accountId);
}

/** Spends a step of a suspended app: of many at once, one gets the row. */
export function spendStep(
  db: D1DatabaseSession,
  id: string,
  step: number,
  now: number,
): Promise<{ id: string } | null> {
  return db
    .prepare(
      `UPDATE set_aside SET content = json_set(content, '$.last_step', ?, '$.last_used_at', ?)
        WHERE id = ? AND kind = 'app' AND ${isSuspended} AND content ->> 'last_step' < ? RETURNING id`,
    )
    .bind(step, now, id, step)
    .first();
}

const passkeyColumns = `id, account_id, state, credential_id, content ->> 'public_key' AS public_key,
  content ->> 'sign_count' AS sign_count, content ->> 'transports' AS transports,
  content ->> 'backup_eligible' AS backup_eligible, content ->> 'backed_up' AS backed_up,
  content ->> 'user_verified' AS user_verified, content ->> 'discoverable' AS discoverable,
  content ->> 'aaguid' AS aaguid, name`;

/** A statement that reads the suspended passkeys of an account, as a request to the browser names them. */
export function suspendedPasskeysToList(world: World, accountId: Term): D1PreparedStatement {
  return world.db
    .prepare(
      `SELECT ${passkeyColumns} FROM set_aside WHERE account_id = ${accountId.sql} AND kind = 'passkey' AND ${isSuspended}`,
    )
    .bind(...accountId.values);
}

/** The credentials of passkeys that their owner may yet keep or restore, as a JSON array. */
export function disputedCredentials(accountId: string): Term {
  return {
    sql: `(SELECT json_group_array(credential_id) FROM set_aside
            WHERE account_id = ? AND kind = 'passkey' AND disputed_at IS NOT NULL)`,
    values: [accountId],
  };
}

/** Holds where the account has a suspended passkey. */
export function suspendedPasskeyExists(accountId: Term): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM set_aside WHERE account_id = ${accountId.sql} AND kind = 'passkey' AND ${isSuspended})`,
    values: accountId.values,
  };
}

/** A statement that reads the disputed passkey of a credential: suspended, or removed in the disputed time. */
export function disputedPasskeyToVerify(world: World, credentialId: string): D1PreparedStatement {
  return world.db
    .prepare(`SELECT ${passkeyColumns} FROM set_aside WHERE credential_id = ? AND disputed_at IS NOT NULL`)
    .bind(credentialId);
}

/** The id of the account whose suspended passkey this is; null where it is nobody's. */
export function accountOfSuspendedPasskey(credentialId: string): Term {
  return {
    sql: `(SELECT account_id FROM set_aside WHERE credential_id = ? AND ${isSuspended})`,
    values: [credentialId],
  };
}

/** Holds while no later use of a suspended passkey is known: its counter is lower, or it keeps none. */
export function countIsBelow(id: string, signCount: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM set_aside WHERE id = ? AND ${isSuspended} AND (content ->> 'sign_count' < ?
            OR (content ->> 'sign_count' = 0 AND ? = 0)))`,
    values: [id, signCount, signCount],
  };
}

/** Notes a use of a suspended passkey, while `guard` holds. */
export function noteCount(
  db: D1DatabaseSession,
  { id, signCount, now }: { id: string; signCount: number; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE set_aside SET content = json_set(content, '$.sign_count', ?, '$.last_used_at', ?)
        WHERE id = ? AND ${guard.sql}`,
    )
    .bind(signCount, now, id, ...guard.values);
}

const matching = `FROM json_each(content, '$.codes')
                   WHERE json_each.type = 'null' AND json_each.key IN (SELECT value FROM json_each(?))`;
const isSetWithCode = `account_id = ? AND kind = 'recovery_codes' AND ${isSuspended}
          AND (SELECT count(*) ${matching}) > 0`;

/** Answers a row where a code is one of a suspended set and unused; `macs` is a JSON array of what may be kept of it. */
export function findSuspendedCode(db: D1DatabaseSession, accountId: string, macs: string): D1PreparedStatement {
  return db.prepare(`SELECT id FROM set_aside WHERE ${isSetWithCode}`).bind(accountId, macs);
}

/** Holds while a code is one of a suspended set and unused. */
export function codeIsUnspent(accountId: string, macs: string): Guard {
  return { sql: `EXISTS (SELECT 1 FROM set_aside WHERE ${isSetWithCode})`, values: [accountId, macs] };
}

/** Spends a code of a suspended set, while `guard` holds. */
export function spendCode(
  db: D1DatabaseSession,
  accountId: string,
  macs: string,
  now: number,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE set_aside SET content = json_set(content, '$.codes."' || (SELECT json_each.key ${matching}) || '"', ?)
        WHERE ${isSetWithCode} AND ${guard.sql} RETURNING id`,
    )
    .bind(macs, now, accountId, macs, ...guard.values);
}
