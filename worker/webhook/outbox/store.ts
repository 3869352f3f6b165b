import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import type { Guard } from "../../guard.ts";

/**
 * Makes a delivery of each of the oldest `limit` events that are untold, for each endpoint that listens; answers their
 * ids. An endpoint gets an event once: its delivery's id says of which event it is, and for which endpoint. `CROSS JOIN`
 * tells SQLite to begin with the events, which have no index by type here.
 */
export function insertDeliveriesOfEvents(db: D1DatabaseSession, limit: number): D1PreparedStatement {
  return db
    .prepare(
      `INSERT OR IGNORE INTO webhook_deliveries (id, endpoint_id, type, event_seq, at, next_attempt_at)
       SELECT 'msg_' || untold.id || '_' || endpoints.id, endpoints.id, untold.type, untold.seq, untold.at, untold.at
         FROM (SELECT seq, id, type, at FROM events WHERE untold = 1 ORDER BY seq LIMIT ?) AS untold
        CROSS JOIN webhook_subscriptions AS subscriptions ON subscriptions.event_type = untold.type
        CROSS JOIN webhook_endpoints AS endpoints
           ON endpoints.id = subscriptions.endpoint_id AND endpoints.disabled_at IS NULL
       RETURNING id`,
    )
    .bind(limit);
}

/** Answers a row where anybody listens to anything. */
export function selectAnySubscriber(db: D1DatabaseSession): D1PreparedStatement {
  return db.prepare("SELECT 1 FROM webhook_subscriptions LIMIT 1");
}

/** What is told where no event tells it. */
export interface News {
  /** Unguessable and new: the deliveries' ids begin with it. */
  id: string;
  type: string;
  /** A JSON object. */
  data: string;
  at: number;
}

/** Makes a delivery of `news` for each endpoint that listens, while `guard` holds; answers their ids. */
export function insertDeliveriesOfNews(db: D1DatabaseSession, news: News, guard: Guard): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO webhook_deliveries (id, endpoint_id, type, data, at, next_attempt_at)
       SELECT 'msg_' || ?1 || '_' || endpoints.id, endpoints.id, ?2, ?3, ?4, ?4
         FROM webhook_subscriptions AS subscriptions
         JOIN webhook_endpoints AS endpoints
           ON endpoints.id = subscriptions.endpoint_id AND endpoints.disabled_at IS NULL
        WHERE subscriptions.event_type = ?2 AND ${guard.sql}
       RETURNING id`,
    )
    .bind(news.id, news.type, news.data, news.at, ...guard.values);
}

/** Makes one delivery of `news`, to one endpoint whatever it listens to, unless it is gone or disabled; answers its id. */
export function insertDelivery(db: D1DatabaseSession, endpointId: string, news: News): D1PreparedStatement {
  return db
    .prepare(
      `INSERT INTO webhook_deliveries (id, endpoint_id, type, data, at, next_attempt_at)
       SELECT 'msg_' || ?1 || '_' || id, id, ?2, ?3, ?4, ?4 FROM webhook_endpoints
        WHERE id = ?5 AND disabled_at IS NULL RETURNING id`,
    )
    .bind(news.id, news.type, news.data, news.at, endpointId);
}

/** The ids of the deliveries of one piece of news: those that begin with its id, a range of the primary key. */
export async function findDeliveriesOfNews(db: D1DatabaseSession, newsId: string): Promise<string[]> {
  const { results } = await db
    .prepare("SELECT id FROM webhook_deliveries WHERE id > 'msg_' || ?1 || '_' AND id < 'msg_' || ?1 || '`'")
    .bind(newsId)
    .all<{ id: string }>();
  return results.map(({ id }) => id);
}
