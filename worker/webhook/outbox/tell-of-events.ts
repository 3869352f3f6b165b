import type { D1DatabaseSession, D1PreparedStatement } from "@cloudflare/workers-types";
import { second } from "../../time.ts";
import type { World } from "../../world.ts";
import { eventsAtOnce } from "../delivery/rules.ts";
import { quietSeconds } from "../listeners.ts";
import { handOver } from "./hand-over.ts";
import { insertDeliveriesOfEvents, selectAnySubscriber } from "./store.ts";

/** A statement that notes of the oldest `limit` untold events that they are told of now, and returns a row for each. */
export type MarkTold = (db: D1DatabaseSession, limit: number) => D1PreparedStatement;

/**
 * Makes the deliveries of events that nobody was told of yet, this request's or any other's, and hands them over. An
 * event is written together with the mark that somebody listens, and the mark goes in the transaction that makes its
 * deliveries: so none is lost and none is made twice, wherever a request is cut short. `markTold` is of the events' own
 * feature. Returns whether more are left.
 */
export async function tellOfEvents(world: World, markTold: MarkTold): Promise<boolean> {
  if (world.now < world.listeners.noneUntil) return false;
  const [made, told, listening] = await world.db.batch<{ id: string }>([
    insertDeliveriesOfEvents(world.db, eventsAtOnce),
    markTold(world.db, eventsAtOnce),
    selectAnySubscriber(world.db),
  ]);
  if (listening?.results.length === 0) world.listeners.noneUntil = world.now + quietSeconds * second;
  await handOver(world, made?.results.map(({ id }) => id) ?? []);
  return told?.results.length === eventsAtOnce;
}
