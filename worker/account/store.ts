import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { DisputedKind } from "../../shared/contract/not-me.ts";
import { emailKeys } from "../email-address/rules.ts";
import type { Guard, Term } from "../guard.ts";
import { accountPrefix, wrongCodesBeforeDisabled } from "../throttle/rules.ts";
import type { World } from "../world.ts";

/** An account with all that its answer shows; reads the factors' tables along, so that it costs one round trip. */
export interface AccountRow {
  id: string;
  email: string;
  locale: string;
  display_name: string | null;
  created_at: number;
  unproved: 0 | 1;
  preferred_method_id: string | null;
  passkeys_only: 0 | 1;
  password_hash: string;
  password_changed_at: number;
  password_reset_at: number | null;
  /** JSON of `WaitingPasswordRow`; null where none waits. */
  waiting_password: string | null;
  /** Null where the account is open. */
  disabled_at: number | null;
  /** JSON of `TwoFactorResetJson`; null where none waits. */
  two_factor_reset: string | null;
  /** JSON of `WaitingEmailJson`; null where none waits. */
  waiting_email: string | null;
  /** JSON of `DeletionJson`; null where none waits. */
  deletion: string | null;
  /** JSON of `DisputeJson`; null where nothing is disputed. */
  dispute: string | null;
  /** JSON of `MethodRow[]`. */
  methods: string;
  recovery_codes_left: number;
}

export interface WaitingPasswordRow {
  resetId: string;
  hash: string;
  since: number;
  readyAt: number;
}

/** A change of address that waits for its code. */
export interface WaitingEmailJson {
  id: string;
  since: number;
  expiresAt: number;
}

/** A deletion that takes place at `until` unless the owner keeps the account. */
export interface DeletionJson {
  id: string;
  since: number;
  until: number;
}

/** What is disputed of an account, with the methods that are suspended. */
export interface DisputeJson {
  since: number;
  disputedAt: number;
  twoFactorBefore: 0 | 1;
  addressChanged: 0 | 1;
  suspended: { kind: DisputedKind; addedAt: number }[];
}

export interface TwoFactorResetJson {
  id: string;
  operator: string;
  requestedAt: number;
  readyAt: number;
}

export interface MethodRow {
  id: string;
  type: "app" | "email" | "passkey";
  name: string;
  createdAt: number;
  lastUsedAt: number | null;
  /** Whether a hundred wrong codes in a row were counted. */
  disabled: 0 | 1;
  /** Of a passkey alone. */
  passkey: { aaguid: string; synced: 0 | 1; backedUp: 0 | 1; passwordless: 0 | 1 } | null;
}

const accountSql = `
  SELECT a.id, a.email, a.locale, a.display_name, a.created_at, a.unproved, a.preferred_method_id, a.passkeys_only,
         p.hash AS password_hash, p.changed_at AS password_changed_at, p.reset_at AS password_reset_at,
         (SELECT json_object('resetId', reset_id, 'hash', hash, 'since', created_at, 'readyAt', ready_at)
            FROM waiting_passwords WHERE account_id = a.id) AS waiting_password,
         (SELECT json_object('id', id, 'since', created_at, 'expiresAt', expires_at)
            FROM email_changes
           WHERE account_id = a.id AND confirmed_at IS NULL AND undone_at IS NULL AND expires_at > ?
           ORDER BY created_at DESC LIMIT 1) AS waiting_email,
         (SELECT json_object('since', since, 'disputedAt', disputed_at, 'twoFactorBefore', two_factor_before,
                             'addressChanged', address_changed,
                             'suspended', (SELECT json_group_array(json_object('kind', kind, 'addedAt', added_at))
                                             FROM set_aside
                                            WHERE account_id = a.id AND kind IN ('app', 'email', 'passkey', 'recovery_codes')
                                              AND state = 'suspended' AND disputed_at IS NOT NULL))
            FROM disputes WHERE account_id = a.id) AS dispute,
         (SELECT json_object('id', id, 'since', created_at, 'until', ready_at)
            FROM deletions WHERE account_id = a.id) AS deletion,
         a.disabled_at,
         (SELECT json_object('id', id, 'operator', operator, 'requestedAt', created_at, 'readyAt', ready_at)
            FROM two_factor_resets WHERE account_id = a.id) AS two_factor_reset,
         (SELECT json_group_array(json_object('id', id, 'type', type, 'name', name,
                                              'createdAt', created_at, 'lastUsedAt', last_used_at,
                                              'passkey', json(passkey), 'disabled', EXISTS (SELECT 1 FROM throttles
                                                WHERE key = '${accountPrefix}' || type || ':' || a.id
                                                  AND failures >= ${wrongCodesBeforeDisabled})))
            FROM (SELECT id, 'app' AS type, name, confirmed_at AS created_at, last_used_at, NULL AS passkey
                    FROM app_codes WHERE account_id = a.id AND confirmed_at IS NOT NULL
                   UNION ALL
                  SELECT id, 'email', coalesce(name, a.email), created_at, last_used_at, NULL FROM email_methods WHERE account_id = a.id
                   UNION ALL
                  SELECT id, 'passkey', name, created_at, last_used_at,
                         json_object('aaguid', aaguid, 'synced', backup_eligible, 'backedUp', backed_up,
                                     'passwordless', user_verified = 1 AND discoverable IS NOT 0)
                    FROM passkeys WHERE account_id = a.id
                   ORDER BY 4)) AS methods,
         (SELECT count(*) FROM recovery_codes WHERE account_id = a.id AND used_at IS NULL) AS recovery_codes_left
    FROM accounts a JOIN passwords p ON p.account_id = a.id`;

/** The account of an id; no row where there is none. */
export function accountById(db: D1DatabaseSession, id: Term, now: number): D1PreparedStatement {
  return db.prepare(`${accountSql} WHERE a.id = ${id.sql}`).bind(now, ...id.values);
}

/**
 * The account of an address however it is spelled, as a statement of a batch; `accountWithPasswordOf` reads what it
 * answered.
 */
export function findAccountByEmailStatement(world: World, email: string): D1PreparedStatement {
  return world.db
    .prepare(
      `${accountSql} WHERE a.id = (SELECT f.id FROM json_each(?) JOIN accounts f ON f.email_key = json_each.value
                                    ORDER BY json_each.key LIMIT 1)`,
    )
    .bind(world.now, JSON.stringify(emailKeys(email)));
}

/** Makes an account of a sign-up, unless one of its address's keys has one by now: then no row comes back. */
export function insertAccount(
  db: D1DatabaseSession,
  id: string,
  signUpId: string,
  { emailKeys, now }: { emailKeys: readonly string[]; now: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO accounts (id, email, email_key, locale, created_at)
       SELECT ?, email, email_key, locale, ? FROM sign_ups
        WHERE id = ? AND NOT EXISTS (SELECT 1 FROM accounts WHERE email_key IN (SELECT value FROM json_each(?)))
       ON CONFLICT (email_key) DO NOTHING RETURNING id`,
    )
    .bind(id, now, signUpId, JSON.stringify(emailKeys));
}

/** Keeps which method a sign-in asks for first, while `guard` holds; answers a row if so. */
export function setPreferredMethod(
  db: D1DatabaseSession,
  accountId: string,
  methodId: string,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE accounts SET preferred_method_id = ? WHERE id = ? AND ${guard.sql} RETURNING id`)
    .bind(methodId, accountId, ...guard.values);
}

/** Keeps what an owner says of themselves; what is missing stays as it is, and an empty name is none. */
export function setProfileRow(
  db: D1DatabaseSession,
  id: string,
  { locale, displayName }: { locale?: string | undefined; displayName?: string | null | undefined },
): D1PreparedStatement {
  return db
    .prepare("UPDATE accounts SET locale = coalesce(?, locale), display_name = iif(?, ?, display_name) WHERE id = ?")
    .bind(locale ?? null, displayName === undefined ? 0 : 1, displayName || null, id);
}

/** Holds while a link of the account that was made at `madeAt` is good. */
export function linkIsGood(accountId: string, madeAt: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM accounts WHERE accounts.id = ? AND links_valid_from <= ?)",
    values: [accountId, madeAt],
  };
}

/** Holds while the account has this second factor. */
export function methodExists(accountId: string, id: string): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM app_codes WHERE id = ? AND account_id = ? AND confirmed_at IS NOT NULL
                   UNION ALL SELECT 1 FROM email_methods WHERE id = ? AND account_id = ?
                   UNION ALL SELECT 1 FROM passkeys WHERE id = ? AND account_id = ?)`,
    values: [id, accountId, id, accountId, id, accountId],
  };
}

/** Holds while the account exists. */
export function accountExists(id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ?)", values: [id] };
}

/** Takes an account away, and by their foreign keys the rows of every feature that belong to it; answers a row if so. */
export function deleteRow(db: D1DatabaseSession, id: string, guard: Guard): D1PreparedStatement {
  return db.prepare(`DELETE FROM accounts WHERE id = ? AND ${guard.sql} RETURNING id`).bind(id, ...guard.values);
}

/** Makes an account for an address that nobody has proved, unless one of its keys has one: then no row comes back. */
export function insertOpenAccount(
  db: D1DatabaseSession,
  row: { id: string; email: string; emailKey: string; emailKeys: readonly string[]; locale: string; now: number },
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO accounts (id, email, email_key, locale, created_at, unproved)
       SELECT ?, ?, ?, ?, ?, 1
        WHERE NOT EXISTS (SELECT 1 FROM accounts WHERE email_key IN (SELECT value FROM json_each(?)))
       ON CONFLICT (email_key) DO NOTHING RETURNING id`,
    )
    .bind(row.id, row.email, row.emailKey, row.locale, row.now, JSON.stringify(row.emailKeys));
}

/** An account that somebody had elsewhere; `createdAt` in milliseconds. */
export interface ImportedAccountRow {
  id: string;
  email: string;
  emailKey: string;
  /** All by which it may be found, three at most. */
  emailKeys: string[];
  locale: string;
  createdAt: number;
  unproved: 0 | 1;
}

/** Makes accounts of people from elsewhere while `guard` holds; an address that has one already is left alone. */
export function insertImported(
  db: D1DatabaseSession,
  rows: readonly ImportedAccountRow[],
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO accounts (id, email, email_key, locale, created_at, unproved)
       SELECT value ->> 'id', value ->> 'email', value ->> 'emailKey', value ->> 'locale', value ->> 'createdAt',
              value ->> 'unproved'
         FROM json_each(?)
        WHERE NOT EXISTS (SELECT 1 FROM accounts
                           WHERE email_key IN (value ->> '$.emailKeys[0]', value ->> '$.emailKeys[1]', value ->> '$.emailKeys[2]'))
          AND ${guard.sql} ON CONFLICT (email_key) DO NOTHING`,
    )
    .bind(JSON.stringify(rows), ...guard.values);
}

/** Notes since when the account is shut, or with null that it is open again, while `guard` holds; a row if so. */
export function setDisabledAt(
  db: D1DatabaseSession,
  accountId: string,
  at: number | null,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE accounts SET disabled_at = ? WHERE id = ? AND ${guard.sql} RETURNING id`)
    .bind(at, accountId, ...guard.values);
}

/** Gives an account the new address of a change, or back its old one, while `guard` holds; answers a row if so. */
export function setAddress(
  db: D1DatabaseSession,
  change: { id: string; accountId: string },
  which: "new" | "old",
  guard: Guard,
): D1PreparedStatement {
  // The code that confirms a change was mailed to the new address.
  const proved = which === "new" ? ", unproved = 0" : "";
  return db
    .prepare(
      `UPDATE accounts SET email = (SELECT ${which}_email FROM email_changes WHERE email_changes.id = ?1),
                           email_key = (SELECT ${which}_email_key FROM email_changes WHERE email_changes.id = ?1)${proved}
        WHERE id = ?2 AND ${guard.sql} RETURNING id`,
    )
    .bind(change.id, change.accountId, ...guard.values);
}

/** Notes that a code mailed to the account's address came back, while `guard` holds. */
export function proveAddress({ db }: World, accountId: string, guard: Guard): D1PreparedStatement {
  return db
    .prepare(`UPDATE accounts SET unproved = 0 WHERE id = ? AND unproved = 1 AND ${guard.sql}`)
    .bind(accountId, ...guard.values);
}

/** Holds while the account exists and no operator keeps it shut: without it no session begins. */
export function accountIsOpen(accountId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ? AND disabled_at IS NULL)", values: [accountId] };
}

/** Holds while the account exists and is disabled. */
export function accountIsDisabled(accountId: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ? AND disabled_at IS NOT NULL)", values: [accountId] };
}

/** Holds while the account has this address, spelled so: what is mailed there is for its owner. */
export function addressIsStill({ id, email }: { id: string; email: string }): Guard {
  return { sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ? AND email = ?)", values: [id, email] };
}

/** Holds while nobody has proved that the address is the person's: then a code mailed there is what a sign-in asks for. */
export function addressAwaitsProof(id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ? AND unproved = 1)", values: [id] };
}

/**
 * Voids the 'this wasn't me' links of all mails before this moment, while `guard` holds; those of mails that the same
 * batch queues stay good.
 */
export function voidLinks(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return setLinksValidFrom(world.db, accountId, world.now, guard);
}

/** The same with those of this very moment; it returns a row where it did. */
export function voidLinksWithThisOne(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return setLinksValidFrom(world.db, accountId, world.now + 1, guard);
}

function setLinksValidFrom(db: D1DatabaseSession, accountId: string, from: number, guard: Guard): D1PreparedStatement {
  return db
    .prepare(`UPDATE accounts SET links_valid_from = ? WHERE id = ? AND ${guard.sql} RETURNING id`)
    .bind(from, accountId, ...guard.values);
}

/** Holds while the account takes codes too. */
export function takesCodes(accountId: Term): Guard {
  return {
    sql: `NOT EXISTS (SELECT 1 FROM accounts WHERE id = ${accountId.sql} AND passkeys_only = 1)`,
    values: accountId.values,
  };
}

/** Sets whether the account asks for nothing weaker than a passkey, while `guard` holds. */
export function setPasskeysOnlyOf(
  db: D1DatabaseSession,
  accountId: string,
  on: boolean,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE accounts SET passkeys_only = ?1 WHERE id = ?2 AND ${guard.sql}`)
    .bind(Number(on), accountId, ...guard.values);
}

/** Puts that back as it was before the disputed time, off where no passkey is left, while `guard` holds. */
export function restorePasskeysOnlyOf(
  db: D1DatabaseSession,
  accountId: string,
  { since, sessionId, reachesBack }: { since: number; sessionId: string; reachesBack: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE accounts
        SET passkeys_only = EXISTS (SELECT 1 FROM passkeys WHERE passkeys.account_id = accounts.id)
              AND coalesce((SELECT was FROM passkeys_only_changes
                             WHERE account_id = accounts.id
                               AND (at >= ? OR (session_id = ? AND session_id <> '' AND at >= ?))
                             ORDER BY at LIMIT 1), passkeys_only)
      WHERE id = ? AND ${guard.sql}`,
    )
    .bind(since, sessionId, reachesBack, accountId, ...guard.values);
}
