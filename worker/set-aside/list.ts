import type { D1Result } from "@cloudflare/workers-types";
import type { Locale } from "../../shared/contract/account.ts";
import type { DisputedItem } from "../../shared/contract/not-me.ts";
import { browserName } from "../http/browser-name.ts";
import { browserInWords } from "../mail/facts.ts";
import type { World } from "../world.ts";
import { deletedAt } from "./rules.ts";
import type { SetAsideRow } from "./store.ts";
import { readSetAside } from "./store.ts";

/** All of it, disputed or not. */
export async function listSetAside(world: World, accountId: string): Promise<DisputedItem[]> {
  return itemsSetAside(world, await readSetAside(world, accountId).all(), false);
}

/** What it answered, as the owner sees it; with `onlyDisputed` what waits for a decision alone. */
export function itemsSetAside(world: World, result: D1Result | undefined, onlyDisputed: boolean): DisputedItem[] {
  const rows = (result?.results ?? []) as unknown as SetAsideRow[];
  return rows
    .filter(({ disputed_at }) => !onlyDisputed || disputed_at !== null)
    .map((row) => itemOf(row, world.locale));
}

function itemOf(row: SetAsideRow, locale: Locale): DisputedItem {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    name: row.kind === "browser" ? browserInWords(row.name, locale) : row.name,
    addedAt: new Date(row.added_at).toISOString(),
    ...(row.state === "removed" && { removedAt: new Date(row.set_aside_at).toISOString() }),
    ip: row.ip,
    userAgent: row.user_agent,
    ...browserName(row.user_agent),
    ...(row.place !== null && { place: row.place }),
    until: new Date(deletedAt(row.set_aside_at)).toISOString(),
  };
}
