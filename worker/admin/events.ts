import type { AccountEventsPage } from "../../shared/contract/admin.ts";
import { type Outcome, ok } from "../../shared/outcome.ts";
import { allEventsAcross, type EventFilter, eventsAcross } from "../activity/across.ts";
import { always } from "../guard.ts";
import { notACursor, parseNumberedCursor, type WrongCursor } from "../http/cursor.ts";
import type { CurrentOperator } from "../operator/rules.ts";
import { noteDone } from "../operator/store.ts";
import { passwordExists } from "../password/store.ts";
import type { World } from "../world.ts";
import { recordAct } from "./record-act.ts";

/** Which events an operator asks for, as the query has it. */
export interface EventWish {
  account?: string | undefined;
  type?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

/** Events of one account, which its activity tells of, or of all; a page, newest first. */
export async function listEvents(
  world: World,
  operator: CurrentOperator,
  { cursor, limit, ...wish }: EventWish & { cursor?: string | undefined; limit: number },
): Promise<Outcome<AccountEventsPage, "invalid_request", WrongCursor>> {
  const after = cursor === undefined ? null : parseNumberedCursor(cursor);
  if (cursor !== undefined && after === null) return notACursor;
  const page = eventsAcross(world, filterOf(world, wish), { after, limit });
  const [read] = await world.db.batch([page.statement, ...noteRead(world, operator, wish.account)]);
  return ok(page.read(read));
}

/** The same from the first on and to this moment, as lines of JSON that are read while they are taken. */
export async function exportEvents(
  world: World,
  operator: CurrentOperator,
  wish: EventWish,
): Promise<ReadableStream<Uint8Array>> {
  await world.db.batch(noteRead(world, operator, wish.account));
  const pages = allEventsAcross(world, filterOf(world, wish));
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await pages.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value.map((event) => `${JSON.stringify(event)}\n`).join("")));
    },
  });
}

function noteRead(world: World, operator: CurrentOperator, account: string | undefined) {
  if (account === undefined) return [noteDone(world, operator, { did: "operator_read_events" }, always)];
  return recordAct(world, operator, account, "operator_viewed_activity", passwordExists(account));
}

function filterOf(world: World, { account, type, since, until }: EventWish): EventFilter {
  return {
    account,
    type,
    since: since === undefined ? 0 : Date.parse(since),
    until: until === undefined ? world.now : Date.parse(until),
  };
}
