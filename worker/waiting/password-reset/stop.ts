import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { recordEvent } from "../../activity/record.ts";
import { openLink } from "../../crypto/signed-link.ts";
import { both, type Guard } from "../../guard.ts";
import { type Owner, tellOwner } from "../../mail/tell-owner.ts";
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

/**
 * Statements that stop a reset that waits at the wish of its signed-in owner, while `guard` holds, and tell them; the last
 * answers a row if so.
 */
export async function waitingResetToStop(
  world: World,
  owner: Owner,
  resetId: string,
  guard: Guard,
): Promise<D1PreparedStatement[]> {
  const stops = both(isWaiting(owner.id, resetId), guard);
  return [
    recordEvent(world, owner.id, { type: "reset_wait_stopped" }, stops),
    await tellOwner(world, owner, { kind: "reset_wait_stopped" }, stops),
    deleteWaiting(world.db, owner.id, stops),
  ];
}
