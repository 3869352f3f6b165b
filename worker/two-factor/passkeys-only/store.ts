import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import { restorePasskeysOnlyOf, setPasskeysOnlyOf } from "../../account/store.ts";
import type { Guard } from "../../guard.ts";

/** A change of the setting, and by which session it is made. */
export interface PasskeysOnlyChange {
  accountId: string;
  on: boolean;
  now: number;
  sessionId: string;
}

/** Sets whether the account asks for nothing weaker than a passkey and keeps what it was, while `guard` holds. */
export function setPasskeysOnly(
  db: D1DatabaseSession,
  { accountId, on, now, sessionId }: PasskeysOnlyChange,
  guard: Guard,
): D1PreparedStatement[] {
  return [
    db
      .prepare(
        `INSERT INTO passkeys_only_changes (account_id, at, session_id, was)
         SELECT id, ?, ?, passkeys_only FROM accounts WHERE id = ? AND passkeys_only <> ? AND ${guard.sql}`,
      )
      .bind(now, sessionId, accountId, Number(on), ...guard.values),
    setPasskeysOnlyOf(db, accountId, on, guard),
  ];
}

/** Puts the setting back as it was before the disputed time, off where no passkey is left, while `guard` holds. */
export function restoreSetting(
  db: D1DatabaseSession,
  accountId: string,
  { since, sessionId, reachesBack }: { since: number; sessionId: string; reachesBack: number },
  guard: Guard,
): D1PreparedStatement[] {
  return [
    restorePasskeysOnlyOf(db, accountId, { since, sessionId, reachesBack }, guard),
    // What is changed after this is the owner's own.
    db
      .prepare(`DELETE FROM passkeys_only_changes WHERE account_id = ? AND ${guard.sql}`)
      .bind(accountId, ...guard.values),
  ];
}

/** Takes away what is known of changes from before `before`, `limit` at most; answers how many went. */
export async function deleteOldSettings(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM passkeys_only_changes
        WHERE rowid IN (SELECT rowid FROM passkeys_only_changes WHERE at < ? LIMIT ?)`,
    )
    .bind(before, limit)
    .run();
  return meta.changes;
}

/** Holds while the account's setting is the other one. */
export function isOtherwise(accountId: string, on: boolean): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM accounts WHERE id = ? AND passkeys_only <> ?)",
    values: [accountId, Number(on)],
  };
}
