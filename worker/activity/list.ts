import type { ActivityEvent, ActivityFilter, ActivityPage } from "../../shared/contract/activity.ts";
import type { EventType } from "../../shared/contract/event-types.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { browserName } from "../http/browser-name.ts";
import {
  formatCursor,
  type NumberedPageEnd,
  notACursor,
  parseNumberedCursor,
  type WrongCursor,
} from "../http/cursor.ts";
import type { World } from "../world.ts";
import { eventFilterOf, pageSize } from "./rules.ts";
import { type AccountEventRow, type EventRow, findEventsAcross } from "./store.ts";

/** A page of the account's activity, or of what is asked for of it, newest first. `invalid_request`: the cursor is none of ours. */
export async function listActivity(
  world: World,
  accountId: string,
  { cursor, ...filter }: ActivityFilter & { cursor?: string | undefined } = {},
): Promise<Outcome<ActivityPage, "invalid_request", WrongCursor>> {
  const after = cursor === undefined ? null : parseNumberedCursor(cursor);
  if (cursor !== undefined && after === null) return notACursor;
  // One more than is shown tells whether there is a next page.
  const rows = await eventsOf(world, accountId, filter, { after, limit: pageSize + 1 });
  const shown = rows.slice(0, pageSize);
  const last = rows.length > pageSize ? shown.at(-1) : undefined;
  return ok({ events: shown.map(eventOf), ...(last && { next: formatCursor(last) }) });
}

/** Every event that is kept of the account, newest first. */
export async function readAllActivity(world: World, accountId: string): Promise<ActivityEvent[]> {
  const rows = await eventsOf(world, accountId, {}, { after: null, limit: -1 });
  return rows.map(eventOf);
}

async function eventsOf(
  world: World,
  account: string,
  filter: ActivityFilter,
  page: { after: NumberedPageEnd | null; limit: number },
): Promise<EventRow[]> {
  const wanted = { account, ...eventFilterOf(filter) };
  const { results } = await findEventsAcross(world.db, wanted, { order: "newest", ...page }).all<AccountEventRow>();
  return results;
}

/** An event as it is shown. */
export function eventOf(row: EventRow): ActivityEvent {
  return {
    id: row.id,
    type: row.type as EventType,
    at: new Date(row.at).toISOString(),
    ip: row.ip,
    userAgent: row.user_agent,
    ...browserName(row.user_agent),
    ...(row.place !== null && { place: row.place }),
    detail: JSON.parse(row.detail),
  };
}
