import type { EventType } from "../../shared/contract/event-types.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { noEventSince } from "./store.ts";

/** Holds while no event of this type was written into the account's activity within the last day. */
export function eventIsNewsToday(world: World, accountId: string, type: EventType): Guard {
  return noEventSince(accountId, type, world.now - 24 * 60 * 60_000);
}
