import type { D1PreparedStatement } from "@cloudflare/workers-types";
import type { EventDetail } from "../../shared/contract/activity.ts";
import type { EventType } from "../../shared/contract/event-types.ts";
import { randomId } from "../crypto/random.ts";
import type { Guard } from "../guard.ts";
import { tellOfEvents } from "../webhook/outbox/tell-of-events.ts";
import { somebodyListensTo } from "../webhook/store.ts";
import type { World } from "../world.ts";
import { browserKey, networkOf } from "./rules.ts";
import { insertEvent, insertEventOfMany, markTold } from "./store.ts";

/** What happened. `detail` says no secret, code or token (promise S9): a type of method, a name, a count. */
export interface NewEvent {
  type: EventType;
  detail?: EventDetail;
}

/**
 * A statement that writes an event into the account's activity, with who did it from where, while `guard` holds.
 * It belongs in the batch of what it tells of, so that either both are written or neither. It is also what webhooks are
 * told by: the event itself says whether somebody listens, and after the answer, or by the cron trigger, they hear of it.
 */
export function recordEvent(
  world: World,
  accountId: string,
  { type, detail = {} }: NewEvent,
  guard: Guard,
): D1PreparedStatement {
  const { ip, userAgent, place } = world.caller;
  const row = { id: randomId(world.random), accountId, type, at: world.now, ip, userAgent, place };
  const key = { browser: browserKey(userAgent), network: networkOf(ip) };
  world.afterAnswer(() => tellOfEvents(world, markTold));
  return insertEvent(world.db, { ...row, ...key, detail: JSON.stringify(detail) }, somebodyListensTo(type), guard);
}

/**
 * A statement that writes an event of one type into the activity of many accounts, those that are there: what an
 * operator's server did to all of them, so no browser and no network is theirs.
 */
export function recordEventOfMany(world: World, accountIds: readonly string[], type: EventType): D1PreparedStatement {
  const rows = accountIds.map((accountId) => ({ id: randomId(world.random), accountId }));
  return insertEventOfMany(world.db, { type, at: world.now }, rows);
}
