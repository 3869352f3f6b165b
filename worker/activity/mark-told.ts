import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import { markTold } from "./store.ts";

/**
 * A statement that notes of the oldest `limit` untold events that they are told of now, and answers a row for each. It
 * belongs in the batch that writes down, for the same events, to whom.
 */
export function markEventsTold(db: D1DatabaseSession, limit: number): D1PreparedStatement {
  return markTold(db, limit);
}
