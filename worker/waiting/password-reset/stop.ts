import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { recordEvent } from "../../activity/record.ts";
import { openLink } from "../../crypto/signed-link.ts";
import { both, type Guard } from "../../guard.ts";
import { day } from "../../time.ts";
import type { World } from "../../world.ts";
import { stopLinkDays } from "./stop-link.ts";
import { deleteWaiting, isWaiting } from "./store.ts";

/**
 * Stops a reset that waits, by the link of its mail. `link_expired`: it has been stopped or has taken effect, or the
 * link is not ours.
 */
export async function stopPasswordReset(world: World, token: string): Promise<Outcome<void, "link_expired">> {
  const times = { now: world.now, lifetimeMs: stopLinkDays * day };
  const link = await openLink(world.settings.macKey, "stop-reset", token, times);
  if (!link) return fail("link_expired");
  const waits = isWaiting(link.accountId, link.subject);
  const [, stopped] = await world.db.batch([
    recordEvent(world, link.accountId, { type: "reset_wait_stopped" }, waits),
    deleteWaiting(world.db, link.accountId, waits),
  ]);
  return stopped?.results.length === 1 ? ok(undefined) : fail("link_expired");
}

/** Statements that stop a reset that waits at the wish of its signed-in owner, while `guard` holds; the last answers a row. */
export function waitingResetToStop(
  world: World,
  accountId: string,
  resetId: string,
  guard: Guard,
): D1PreparedStatement[] {
  const stops = both(isWaiting(accountId, resetId), guard);
  return [
    recordEvent(world, accountId, { type: "reset_wait_stopped" }, stops),
    deleteWaiting(world.db, accountId, stops),
  ];
}
