import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { always } from "../guard.ts";
import type { World } from "../world.ts";
import { browserExists, deleteBrowser, forgetBrowsers } from "./store.ts";

/** Forgets one remembered browser of the account. `not_found`: it remembers no such browser. */
export async function forgetBrowser(world: World, accountId: string, id: string): Promise<Outcome<void, "not_found">> {
  const [, deleted] = await world.db.batch([
    recordEvent(world, accountId, { type: "device_forgotten" }, browserExists(accountId, id)),
    deleteBrowser(world.db, accountId, id),
  ]);
  return deleted?.results.length === 1 ? ok(undefined) : fail("not_found");
}

/** Forgets every remembered browser of the account, at its owner's wish. */
export async function forgetAllBrowsers(world: World, accountId: string): Promise<void> {
  await world.db.batch([
    forgetBrowsers(world, accountId, always),
    recordEvent(world, accountId, { type: "devices_forgotten" }, always),
  ]);
}
