import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { EventType } from "../../shared/contract/event-types.ts";
import type { Guard, Term } from "../guard.ts";
import type { NumberedPageEnd } from "../http/cursor.ts";
import { day } from "../time.ts";
import type { World } from "../world.ts";
import { signedInTypes } from "./rules.ts";

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

/** Keeps an event, while `guard` holds; `untold` is 1 where somebody waits to hear of it, else NULL. */
export function insertEvent(db: D1DatabaseSession, row: NewEventRow, untold: Term, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (id, account_id, type, at, ip, user_agent, place, detail, browser, network, untold)
       SELECT ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ${untold.sql} WHERE ${guard.sql}`,
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
      ...untold.values,
      ...guard.values,
    );
}

/** Keeps an event of one type for each of many accounts, those that are there; nobody's browser or network is with it. */
export function insertEventOfMany(
  db: D1DatabaseSession,
  { type, at }: { type: string; at: number },
  rows: readonly { id: string; accountId: string }[],
): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO events (id, account_id, type, at, ip, user_agent, detail, browser, network)
       SELECT value ->> 'id', value ->> 'accountId', ?, ?, '', '', '{}', '', '' FROM json_each(?)
        WHERE EXISTS (SELECT 1 FROM accounts WHERE id = value ->> 'accountId')`,
    )
    .bind(type, at, JSON.stringify(rows));
}

/** Which events of whatever account: those of one, of one type, from a moment on and before another. */
export interface EventFilter {
  account?: string | undefined;
  type?: string | undefined;
  since: number;
  until: number;
}

export type AccountEventRow = EventRow & { account_id: string };

/**
 * Events across accounts that follow `after` in the order asked for, `limit` at most; an index serves each filter. A page by
 * keyset, so that no insert moves it; a negative `limit` is none.
 */
export function findEventsAcross(
  db: D1DatabaseSession,
  { account, type, since, until }: EventFilter,
  { order, after, limit }: { order: "newest" | "oldest"; after: NumberedPageEnd | null; limit: number },
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

/** Takes the mark of the oldest `limit` untold events, and answers a row for each. */
export function markTold(db: D1DatabaseSession, limit: number): D1PreparedStatement {
  return db
    .prepare(
      `UPDATE events SET untold = NULL
        WHERE seq IN (SELECT seq FROM events WHERE untold = 1 ORDER BY seq LIMIT ?) RETURNING id`,
    )
    .bind(limit);
}

/** Holds while no event of this type was written into the account's activity within the last day. */
export function eventIsNewsToday(world: World, accountId: string, type: EventType): Guard {
  return {
    sql: "NOT EXISTS (SELECT 1 FROM events WHERE account_id = ? AND at > ? AND type = ?)",
    values: [accountId, world.now - day, type],
  };
}

/** Takes away events from before `before`, the oldest first and `limit` at most; answers how many went. */
export async function deleteOldEvents(db: D1DatabaseSession, before: number, limit: number): Promise<number> {
  const { meta } = await db
    .prepare("DELETE FROM events WHERE seq IN (SELECT seq FROM events WHERE at < ? ORDER BY at LIMIT ?)")
    .bind(before, limit)
    .run();
  return meta.changes;
}
