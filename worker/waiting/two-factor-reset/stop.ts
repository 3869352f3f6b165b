import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { fail, type Outcome, ok } from "../../../shared/outcome.ts";
import { recordEvent } from "../../activity/record.ts";
import { openLink } from "../../crypto/signed-link.ts";
import { both, type Guard } from "../../guard.ts";
import { type Owner, tellOwner } from "../../mail/tell-owner.ts";
import { day } from "../../time.ts";
import type { World } from "../../world.ts";
import { stopLinkDays } from "./stop-link.ts";
import { deleteReset, resetIs } from "./store.ts";

/**
 * Stops a reset of two-factor that waits, by the link of its mail. `link_expired`: it has been stopped or carried out,
 * or the link is not ours.
 */
export async function stopTwoFactorReset(world: World, link: string): Promise<Outcome<void, "link_expired">> {
  const times = { now: world.now, lifetimeMs: stopLinkDays * day };
  const opened = await openLink(world.settings.macKey, "stop-two-factor-reset", link, times);
  if (!opened) return fail("link_expired");
  const waits = resetIs(opened.accountId, opened.subject);
  const [, stopped] = await world.db.batch([
    recordEvent(world, opened.accountId, { type: "two_factor_reset_stopped" }, waits),
    deleteReset(world.db, opened.accountId, waits),
  ]);
  return stopped?.results.length === 1 ? ok(undefined) : fail("link_expired");
}

/**
 * Statements that stop this very reset at the wish of its signed-in owner, while `guard` holds, and tell them; the last
 * answers a row if so.
 */
export async function twoFactorResetToStop(
  world: World,
  owner: Owner,
  id: string,
  guard: Guard,
): Promise<D1PreparedStatement[]> {
  const stops = both(resetIs(owner.id, id), guard);
  return [
    recordEvent(world, owner.id, { type: "two_factor_reset_stopped" }, stops),
    await tellOwner(world, owner, { kind: "two_factor_reset_stopped" }, stops),
    deleteReset(world.db, owner.id, stops),
  ];
}
