import { env } from "cloudflare:test";
import { emailKey } from "../../worker/email-address/rules.ts";

/** All that an account is to its owner, without what differs from one to the next (ids, times, hashes). */
export interface AccountState {
  exists: 0 | 1;
  moved: 0 | 1 | null;
  passwordChanged: 0 | 1 | null;
  methods: string;
  passkeysOnly: 0 | 1 | null;
  recoveryCodes: number;
  sessions: number;
  elevated: number;
  devices: number;
  waitingPasswords: number;
  /** What is set aside, and whether its owner is to decide on it. */
  setAside: string;
  /** How much its owner has decided to keep, so that nothing disputes it again. */
  kept: number;
  disputed: 0 | 1;
  events: string;
}

/** What the database says of the account of an id, or of an address. */
export async function accountState(of: { id: string } | { email: string }): Promise<AccountState> {
  const [column, value] = "id" in of ? ["id", of.id] : ["email_key", emailKey(of.email)];
  const row = await env.DB.prepare(
    `SELECT a.id IS NOT NULL AS "exists",
            a.email LIKE 'moved-%' AS moved,
            (SELECT changed_at > a.created_at FROM passwords WHERE account_id = a.id) AS passwordChanged,
            (SELECT json_group_array(kind) FROM (
               SELECT 'app ' || name AS kind FROM app_codes WHERE account_id = a.id AND confirmed_at IS NOT NULL
               UNION ALL SELECT 'email' FROM email_methods WHERE account_id = a.id
               UNION ALL SELECT 'passkey ' || name FROM passkeys WHERE account_id = a.id ORDER BY 1)) AS methods,
            a.passkeys_only AS passkeysOnly,
            (SELECT count(*) FROM recovery_codes WHERE account_id = a.id AND used_at IS NULL) AS recoveryCodes,
            (SELECT count(*) FROM sessions WHERE account_id = a.id) AS sessions,
            (SELECT count(*) FROM sessions WHERE account_id = a.id AND elevated_until IS NOT NULL) AS elevated,
            (SELECT count(*) FROM devices WHERE account_id = a.id) AS devices,
            (SELECT count(*) FROM waiting_passwords WHERE account_id = a.id) AS waitingPasswords,
            (SELECT json_group_array(item) FROM (
               SELECT kind || ' ' || state || iif(disputed_at IS NULL, '', ' disputed') AS item
                 FROM set_aside WHERE account_id = a.id ORDER BY 1)) AS setAside,
            (SELECT count(*) FROM bindings WHERE account_id = a.id AND kept_at IS NOT NULL) AS kept,
            EXISTS (SELECT 1 FROM disputes WHERE account_id = a.id) AS disputed,
            (SELECT json_group_array(type) FROM (
               SELECT type FROM events WHERE account_id = a.id ORDER BY type)) AS events
       FROM (SELECT 1) LEFT JOIN accounts a ON a.${column} = ?`,
  )
    .bind(value)
    .first<AccountState>();
  if (!row) throw new Error("the query answers one row, whatever there is");
  return row;
}
