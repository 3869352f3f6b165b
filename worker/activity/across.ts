import type { D1PreparedStatement, D1Result } from "@cloudflare/workers-types";
import type { AccountEvent, AccountEventsPage } from "../../shared/contract/admin.ts";
import { formatCursor, type NumberedPageEnd } from "../http/cursor.ts";
import type { World } from "../world.ts";
import { eventOf } from "./list.ts";

export type { EventFilter } from "./store.ts";

import { type AccountEventRow, type EventFilter, findEventsAcross } from "./store.ts";

/** Events that one round trip of an export reads. */
const exportedAtOnce = 500;

/** A page of events across accounts, newest first: a statement of a batch, and what reads its answer. */
export function eventsAcross(
  world: World,
  filter: EventFilter,
  { after, limit }: { after: NumberedPageEnd | null; limit: number },
): { statement: D1PreparedStatement; read: (result: D1Result | undefined) => AccountEventsPage } {
  return {
    // One more than is shown tells whether there is a next page.
    statement: findEventsAcross(world.db, filter, { order: "newest", after, limit: limit + 1 }),
    read(result) {
      const rows = (result?.results ?? []) as unknown as AccountEventRow[];
      const shown = rows.slice(0, limit);
      const last = rows.length > limit ? shown.at(-1) : undefined;
      return { events: shown.map(accountEventOf), ...(last && { next: formatCursor(last) }) };
    },
  };
}

/** Every event across accounts, oldest first, read page by page as they are taken. */
export async function* allEventsAcross(world: World, filter: EventFilter): AsyncGenerator<AccountEvent[]> {
  let after: NumberedPageEnd | null = null;
  for (;;) {
    const rows: AccountEventRow[] = await readPage(world, filter, after);
    if (rows.length > 0) yield rows.map(accountEventOf);
    const last = rows.at(-1);
    if (!last || rows.length < exportedAtOnce) return;
    after = last;
  }
}

async function readPage(world: World, filter: EventFilter, after: NumberedPageEnd | null): Promise<AccountEventRow[]> {
  const page = { order: "oldest", after, limit: exportedAtOnce } as const;
  return (await findEventsAcross(world.db, filter, page).all<AccountEventRow>()).results;
}

function accountEventOf(row: AccountEventRow): AccountEvent {
  return { accountId: row.account_id, ...eventOf(row) };
}
