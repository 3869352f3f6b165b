import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard, Term } from "../guard.ts";
import type { Caller } from "../http/caller.ts";
import { minute } from "../time.ts";
import type { World } from "../world.ts";
import type { CurrentSession } from "./rules.ts";
import { elevationMinutes, idleSince } from "./rules.ts";

/** The moment until which everything that had begun was ended for everybody; 0 where that never happened. */
const epochBegan = "(SELECT began_at FROM session_epoch WHERE id = 1)";

/**
 * Whether what began at `column`, an expression in SQL, was not ended for everybody since: a condition of every statement
 * that asks whether a remembered browser, a sign-in in progress or what another site holds still counts.
 */
export function stillCounts(column: string): string {
  return `${column} > ${epochBegan}`;
}

/** A session with what it shows of its account. */
export interface SessionRow {
  id: string;
  account_id: string;
  email: string;
  locale: string;
  two_factor_on: 0 | 1;
  passkeys_only: 0 | 1;
  aal: 1 | 2;
  amr: string;
  last_amr: string | null;
  created_at: number;
  last_used_at: number;
  expires_at: number;
  authenticated_at: number;
  second_factor_at: number | null;
  elevated_until: number | null;
  proof_bound_at: number;
}

/** Whether the account of this id, which is an expression in SQL, has a second factor. */
function twoFactorIsOn(accountId: string): string {
  return `(EXISTS (SELECT 1 FROM app_codes WHERE account_id = ${accountId} AND confirmed_at IS NOT NULL)
           OR EXISTS (SELECT 1 FROM email_methods WHERE account_id = ${accountId})
           OR EXISTS (SELECT 1 FROM passkeys WHERE account_id = ${accountId}))`;
}

/** The living session of a token's hash; reads its account along, so that a request costs one round trip. */
export function findSession(
  db: D1DatabaseSession,
  tokenHash: string,
  now: number,
  idleSince: number,
): Promise<SessionRow | null> {
  return db
    .prepare(
      `SELECT s.id, s.account_id, a.email, a.locale, s.aal, s.amr, s.last_amr, s.created_at, s.last_used_at, s.expires_at,
              s.authenticated_at, s.second_factor_at, s.elevated_until, s.proof_bound_at,
              ${twoFactorIsOn("a.id")} AS two_factor_on,
              a.passkeys_only
         FROM sessions s JOIN accounts a ON a.id = s.account_id
        WHERE s.token_hash = ? AND s.expires_at > ? AND s.last_used_at > ? AND ${stillCounts("s.created_at")}`,
    )
    .bind(tokenHash, now, idleSince)
    .first<SessionRow>();
}

export interface NewSessionRow {
  id: string;
  tokenHash: string;
  accountId: string;
  aal: 1 | 2;
  amr: string;
  now: number;
  expiresAt: number;
  secondFactorAt: number | null;
  /** Since when what it proves belongs to the account. */
  boundAt: Term;
  caller: Caller;
}

/** Inserts a session where `guard` still holds, and returns its id: the only insert into `sessions` there is. */
export function insertSession(db: D1DatabaseSession, row: NewSessionRow, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO sessions (id, token_hash, account_id, aal, amr, created_at, last_used_at, expires_at,
                             authenticated_at, second_factor_at, ip, user_agent, place, proof_bound_at)
       SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${row.boundAt.sql} WHERE ${guard.sql} RETURNING id`,
    )
    .bind(
      row.id,
      row.tokenHash,
      row.accountId,
      row.aal,
      row.amr,
      row.now,
      row.now,
      row.expiresAt,
      row.now,
      row.secondFactorAt,
      row.caller.ip,
      row.caller.userAgent,
      row.caller.place,
      ...row.boundAt.values,
      ...guard.values,
    );
}

/**
 * Ends the sessions that were unused longest, so that with the new one `most` are left, while `guard` holds. Uses are
 * noted once an hour, and so are told apart no finer.
 */
export function deleteUnusedSessions(
  db: D1DatabaseSession,
  { accountId, newId, most }: { accountId: string; newId: string; most: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `DELETE FROM sessions
        WHERE id IN (SELECT id FROM sessions WHERE account_id = ? AND id <> ?
                      ORDER BY last_used_at DESC, created_at DESC LIMIT -1 OFFSET ?) AND ${guard.sql}`,
    )
    .bind(accountId, newId, most - 1, ...guard.values);
}

/** Renews a session's token after a step-up and answers it; of several at once the first wins: the old hash is gone. */
export function renewSession(
  db: D1DatabaseSession,
  session: { id: string; tokenHash: string },
  next: {
    tokenHash: string;
    aal: 1 | 2;
    amr: string;
    lastAmr: string;
    now: number;
    secondFactorAt: number | null;
    elevatedUntil: number;
    boundAt: Term;
  },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sessions SET token_hash = ?, aal = ?, amr = ?, last_amr = ?, authenticated_at = ?, last_used_at = ?,
                           second_factor_at = ?, elevated_until = ?, proof_bound_at = ${next.boundAt.sql}
        WHERE id = ? AND token_hash = ? AND ${stillCounts("created_at")} AND ${guard.sql} RETURNING id, expires_at`,
    )
    .bind(
      next.tokenHash,
      next.aal,
      next.amr,
      next.lastAmr,
      next.now,
      next.now,
      next.secondFactorAt,
      next.elevatedUntil,
      ...next.boundAt.values,
      session.id,
      session.tokenHash,
      ...guard.values,
    );
}

/** Holds while the session is under this token. */
export function tokenIs(id: string, tokenHash: string): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM sessions WHERE id = ? AND token_hash = ? AND ${stillCounts("created_at")})`,
    values: [id, tokenHash],
  };
}

/** Holds while the session is stepped up by a proof that was given after `since`, of something older than that. */
export function steppedUpAfter(id: string, since: number, now: number): Guard {
  return {
    sql: "EXISTS (SELECT 1 FROM sessions WHERE id = ? AND elevated_until > ? AND proof_bound_at <= ?)",
    values: [id, Math.max(now, since + elevationMinutes * minute), since],
  };
}

/** That a session signed in or stepped up after `since`, by what belonged to the account then; both expressions in SQL. */
const provedByOlder = (since: string) => `s.authenticated_at > ${since} AND s.proof_bound_at <= ${since}`;

/**
 * Holds while the session has proved after `since`, an expression in SQL, all that its account asks for: by a sign-in or a step-up, with a
 * second factor where there is one. Neither a set-up is such a proof nor a method that was set up since then: a thief can
 * make them (promise S11).
 */
export function hasProvedSince(id: string, since: string): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM sessions s WHERE s.id = ? AND ${provedByOlder(since)}
                     AND (s.second_factor_at > ${since} OR NOT ${twoFactorIsOn("s.account_id")}))`,
    values: [id],
  };
}

/** Holds while it has proved a second factor after `since`, likewise, whether the account has one by now or not. */
export function hasProvedSecondFactorSince(id: string, since: string): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM sessions s WHERE s.id = ? AND ${provedByOlder(since)}
                     AND s.second_factor_at > ${since})`,
    values: [id],
  };
}

/**
 * Holds at `now` while the session of a request can still act: it is there under the token that the request brought,
 * has neither expired nor idled out, and its account is open.
 */
export function sessionStands({ id, tokenHash }: CurrentSession, now: number, idleDays: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM sessions s JOIN accounts a ON a.id = s.account_id
                   WHERE s.id = ? AND s.token_hash = ? AND s.expires_at > ? AND s.last_used_at > ?
                     AND a.disabled_at IS NULL AND ${stillCounts("s.created_at")})`,
    values: [id, tokenHash, now, idleSince(now, idleDays)],
  };
}

function freshSince(now: number): number {
  return now - elevationMinutes * minute;
}

/** Holds at `now` while `isElevated` does, by what the database says of the session and its account by then. */
export function elevationStands({ id }: CurrentSession, now: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM sessions s WHERE s.id = ? AND s.elevated_until > ?
                     AND (s.second_factor_at > ? OR NOT ${twoFactorIsOn("s.account_id")}))`,
    values: [id, now, freshSince(now)],
  };
}

/** Holds at `now` while `hasFreshProof` does, likewise. */
export function freshProofStands({ id }: CurrentSession, now: number): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM sessions s WHERE s.id = ?
                     AND (s.second_factor_at > ? OR ((s.elevated_until > ? OR s.authenticated_at > ?)
                                                     AND NOT ${twoFactorIsOn("s.account_id")})))`,
    values: [id, freshSince(now), now, freshSince(now)],
  };
}

/** Holds while the account has no second factor. */
export function noSecondFactor({ id }: CurrentSession): Guard {
  return {
    sql: `EXISTS (SELECT 1 FROM sessions s WHERE s.id = ? AND NOT ${twoFactorIsOn("s.account_id")})`,
    values: [id],
  };
}

/** Notes that a session has just proved a second factor by setting it up, while `guard` holds. */
export function markSecondFactor(
  db: D1DatabaseSession,
  id: string,
  proof: { aal: 1 | 2; amr: string; lastAmr: string; now: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`UPDATE sessions SET aal = ?, amr = ?, last_amr = ?, second_factor_at = ? WHERE id = ? AND ${guard.sql}`)
    .bind(proof.aal, proof.amr, proof.lastAmr, proof.now, id, ...guard.values);
}

/** Notes when a session was last used, and from where. */
export function touchSession(
  db: D1DatabaseSession,
  id: string,
  { ip, userAgent, place }: Caller,
  now: number,
): D1PreparedStatement {
  return db
    .prepare("UPDATE sessions SET last_used_at = ?, ip = ?, user_agent = ?, place = ? WHERE id = ?")
    .bind(now, ip, userAgent, place, id);
}

/** Ends one session of the account; answers a row if there was one. */
export function deleteSession(db: D1DatabaseSession, accountId: string, id: string): D1PreparedStatement {
  return db.prepare("DELETE FROM sessions WHERE id = ? AND account_id = ? RETURNING id").bind(id, accountId);
}

/** Ends every session of the account but `keptId` where there is one, while `guard` holds. */
export function deleteOtherSessions(
  db: D1DatabaseSession,
  accountId: string,
  keptId: string | null,
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(`DELETE FROM sessions WHERE account_id = ? AND id IS NOT ? AND ${guard.sql}`)
    .bind(accountId, keptId, ...guard.values);
}

/**
 * Ends the step-ups of the account's sessions but `keptId`'s, and makes their sign-ins as old as `stale` where they are
 * newer, while `guard` holds.
 */
export function ageProofs(
  db: D1DatabaseSession,
  { accountId, keptId, stale }: { accountId: string; keptId: string; stale: number },
  guard: Guard,
): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE sessions SET elevated_until = NULL, second_factor_at = NULL, authenticated_at = min(authenticated_at, ?)
        WHERE account_id = ? AND id <> ? AND ${guard.sql}`,
    )
    .bind(stale, accountId, keptId, ...guard.values);
}

/** Holds while the account has this session. */
export function sessionExists(accountId: string, id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM sessions WHERE id = ? AND account_id = ?)", values: [id, accountId] };
}

/** Holds while the account has another session than this one. */
export function otherSessionExists(accountId: string, id: string): Guard {
  return { sql: "EXISTS (SELECT 1 FROM sessions WHERE account_id = ? AND id <> ?)", values: [accountId, id] };
}

export interface ListedSessionRow {
  id: string;
  amr: string;
  created_at: number;
  last_used_at: number;
  ip: string;
  user_agent: string;
  place: string | null;
}

/** The living sessions of an account, the last used first. */
export async function findSessionsOf(
  db: D1DatabaseSession,
  accountId: string,
  { now, idleSince }: { now: number; idleSince: number },
): Promise<ListedSessionRow[]> {
  const { results } = await db
    .prepare(
      `SELECT id, amr, created_at, last_used_at, ip, user_agent, place FROM sessions
        WHERE account_id = ? AND expires_at > ? AND last_used_at > ? AND ${stillCounts("created_at")}
        ORDER BY last_used_at DESC`,
    )
    .bind(accountId, now, idleSince)
    .all<ListedSessionRow>();
  return results;
}

/** Takes away sessions that have ended by themselves, by age or for want of use, `limit` at most; answers how many went. */
export async function deletePastSessions(
  db: D1DatabaseSession,
  { now, idleSince, limit }: { now: number; idleSince: number; limit: number },
): Promise<number> {
  const { meta } = await db
    .prepare(
      "DELETE FROM sessions WHERE id IN (SELECT id FROM sessions WHERE expires_at <= ? OR last_used_at <= ? LIMIT ?)",
    )
    .bind(now, idleSince, limit)
    .run();
  return meta.changes;
}

/**
 * A statement that ends everybody's sessions, remembered browsers and sign-ins in progress, in the moment in which it
 * is run: one row is written, so a million sessions end like one. The cron trigger cleans up behind it.
 */
export function endEverybodysSessions({ db, now }: Pick<World, "db" | "now">): D1PreparedStatement {
  return db.prepare("UPDATE session_epoch SET began_at = max(began_at, ?) WHERE id = 1 RETURNING began_at").bind(now);
}

/**
 * Takes away sessions that ended for everybody, `limit` at most; answers how many went. None that counts expires
 * before `longestMs` after that moment, so the index on expiry leads to just these.
 */
export async function deleteEndedSessions(db: D1DatabaseSession, longestMs: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare(
      `DELETE FROM sessions WHERE id IN
         (SELECT id FROM sessions WHERE expires_at <= ${epochBegan} + ? AND created_at <= ${epochBegan} LIMIT ?)`,
    )
    .bind(longestMs, limit)
    .run();
  return meta.changes;
}
