import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { recordEvent } from "../../activity/record.ts";
import { both, type Guard } from "../../guard.ts";
import { type Owner, tellOwner } from "../../mail/tell-owner.ts";
import type { World } from "../../world.ts";
import { changeWaitsForCode, stopChange } from "./store.ts";

/**
 * Statements that stop a change of address which waits for its code, at the wish of its signed-in owner, while `guard`
 * holds, and tell them; the last answers a row if so.
 */
export async function emailChangeToStop(
  world: World,
  owner: Owner,
  id: string,
  guard: Guard,
): Promise<D1PreparedStatement[]> {
  const stops = both(changeWaitsForCode(owner.id, id), guard);
  return [
    recordEvent(world, owner.id, { type: "email_change_stopped" }, stops),
    await tellOwner(world, owner, { kind: "email_change_stopped" }, stops),
    stopChange(world.db, owner.id, id, world.now, stops),
  ];
}
