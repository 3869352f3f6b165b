import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../guard.ts";
import { type PageEnd, signedInTypes } from "./rules.ts";

export interface EventRow {
  seq: number;
  id: string;
  type: string;
  at: number;
  ip: string;
  user_agent: string;
  place: string | null;
  /** JSON of an object. */
  detail: string;
}

export interface NewEventRow extends Omit<EventRow, "seq" | "user_agent"> {
  accountId: string;
  userAgent: string;
  browser: string;
  network: string;
}

/** Keeps an event, while `guard` holds. */
export function insertEvent(db: D1DatabaseSession, row: NewEventRow, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (id, account_id, type, at, ip, user_agent, place, detail, browser, network)
       SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ? WHERE ${guard.sql}`,
    )
    .bind(
      row.id,
      row.accountId,
      row.type,
      row.at,
      row.ip,
      row.userAgent,
      row.place,
      row.detail,
      row.browser,
      row.network,
      ...guard.values,
    );
}

/**
 * The newest events of an account, or those that follow `after`; a page by keyset, so that no insert moves it.
 * A negative `limit` is none.
 */
export async function findEvents(
  db: D1DatabaseSession,
  accountId: string,
  after: PageEnd | null,
  limit: number,
): Promise<EventRow[]> {
  const { results } = await db
    .prepare(
      `SELECT seq, id, type, at, ip, user_agent, place, detail FROM events
        WHERE account_id = ? AND (at, seq) < (?, ?) ORDER BY at DESC, seq DESC LIMIT ?`,
    )
    .bind(accountId, after?.at ?? Number.MAX_SAFE_INTEGER, after?.seq ?? 0, limit)
    .all<EventRow>();
  return results;
}

/** Which events of whatever account: those of one, of one type, from a moment on and before another. */
export interface EventFilter {
  account?: string | undefined;
  type?: string | undefined;
  since: number;
  until: number;
}

export type AccountEventRow = EventRow & { account_id: string };

/** Events across accounts that follow `after` in the order asked for, `limit` at most; an index serves each filter. */
export function findEventsAcross(
  db: D1DatabaseSession,
  { account, type, since, until }: EventFilter,
  { order, after, limit }: { order: "newest" | "oldest"; after: PageEnd | null; limit: number },
): D1PreparedStatement {
  const [direction, beyond] = order === "newest" ? ["DESC", "<"] : ["ASC", ">"];
  const conditions = [
    ...(account === undefined ? [] : ["account_id = ?"]),
    ...(type === undefined ? [] : ["type = ?"]),
    "at >= ? AND at < ?",
    ...(after === null ? [] : [`(at, seq) ${beyond} (?, ?)`]),
  ];
  const values = [account, type, since, until, after?.at, after?.seq].filter((value) => value !== undefined);
  return db
    .prepare(
      `SELECT seq, id, account_id, type, at, ip, user_agent, place, detail FROM events
        WHERE ${conditions.join(" AND ")} ORDER BY at ${direction}, seq ${direction} LIMIT ?`,
    )
    .bind(...values, limit);
}

/** Holds while nobody has signed in to the account with such a browser, from that network or that place. */
export function browserHasNoEvent(
  accountId: string,
  { browser, network, place }: { browser: string; network: string; place: string | null },
): Guard {
  const types = signedInTypes.map((type) => `'${type}'`).join(", ");
  return {
    sql: `NOT EXISTS (SELECT 1 FROM events WHERE account_id = ? AND browser = ? AND type IN (${types})
                                             AND (network = ? OR place = ?))`,
    values: [accountId, browser, network, place ?? ""],
  };
}

/** Takes away events from before `before`, the oldest first and `limit` at most. */
export async function deleteOldEvents(db: D1DatabaseSession, before: number, limit: number): Promise<void> {
  await db
    .prepare("DELETE FROM events WHERE seq IN (SELECT seq FROM events WHERE at < ? ORDER BY at LIMIT ?)")
    .bind(before, limit)
    .run();
}
