import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../shared/outcome.ts";
import { recordEvent } from "../activity/record.ts";
import { always, type Guard } from "../guard.ts";
import type { World } from "../world.ts";
import { browserExists, deleteBrowser, deleteBrowsersOf, insertRestored } from "./store.ts";

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

/**
 * A statement that forgets every remembered browser of the account, while `guard` holds: any change to password or
 * two-factor does (promise S5).
 */
export function forgetBrowsers(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return deleteBrowsersOf(world.db, accountId, guard);
}

/** A statement that remembers a browser again that was set aside, while `guard` holds. */
export function restoreBrowser(world: World, accountId: string, id: string, guard: Guard): D1PreparedStatement {
  return insertRestored(world.db, accountId, id, guard);
}
