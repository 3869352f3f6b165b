import type { ActivityFilter } from "../../shared/contract/activity.ts";
import type { NumberedPageEnd } from "../http/cursor.ts";
import type { World } from "../world.ts";
import { csvHead, csvLine } from "./csv.ts";
import { eventOf } from "./list.ts";
import { eventFilterOf } from "./rules.ts";
import { type AccountEventRow, findEventsAcross } from "./store.ts";

/** Events that one round trip reads. */
const readAtOnce = 500;

/** The account's activity as CSV, newest first, read page by page while it is taken. */
export function exportActivity(world: World, accountId: string, wish: ActivityFilter): ReadableStream<Uint8Array> {
  const lines = linesOf(world, accountId, wish);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { value, done } = await lines.next();
      if (done) return controller.close();
      controller.enqueue(encoder.encode(value));
    },
  });
}

async function* linesOf(world: World, accountId: string, wish: ActivityFilter): AsyncGenerator<string> {
  yield csvHead;
  const filter = { account: accountId, ...eventFilterOf(wish) };
  let after: NumberedPageEnd | null = null;
  for (;;) {
    const rows: AccountEventRow[] = await readPage(world, filter, after);
    if (rows.length > 0) yield rows.map((row) => csvLine(eventOf(row))).join("");
    after = rows.at(-1) ?? null;
    if (after === null || rows.length < readAtOnce) return;
  }
}

async function readPage(
  world: World,
  filter: Parameters<typeof findEventsAcross>[1],
  after: NumberedPageEnd | null,
): Promise<AccountEventRow[]> {
  const page = { order: "newest", after, limit: readAtOnce } as const;
  return (await findEventsAcross(world.db, filter, page).all<AccountEventRow>()).results;
}
