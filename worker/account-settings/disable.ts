import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { setDisabledAt } from "../account/store.ts";
import { endedBy } from "../ends.ts";
import type { Guard } from "../guard.ts";
import type { World } from "../world.ts";

/**
 * Statements that shut the account, while `guard` holds: every session, remembered browser, sign-in and reset in
 * progress ends, and none begins until it is opened again. The last one answers a row.
 */
export function disableAccount(world: World, accountId: string, guard: Guard): D1PreparedStatement[] {
  return [...endedBy(world, "disabled", { accountId }, guard), setDisabledAt(world.db, accountId, world.now, guard)];
}

/** A statement that opens the account again, while `guard` holds; it answers a row if so. */
export function enableAccount(world: World, accountId: string, guard: Guard): D1PreparedStatement {
  return setDisabledAt(world.db, accountId, null, guard);
}
