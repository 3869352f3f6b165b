import type { D1PreparedStatement } from "@cloudflare/workers-types";
import { forgetDevices } from "../device/forget.ts";
import type { Guard } from "../guard.ts";
import { endSessions } from "../session/end.ts";
import { endSignIns } from "../sign-in/end.ts";
import type { World } from "../world.ts";
import { deleteResetsOf, deleteWaiting } from "./store.ts";

/**
 * Statements that end what rested on an old password: sessions, remembered browsers, sign-ins in progress, while
 * `guard` holds (promise S5).
 */
export function endAllThatRested(world: World, accountId: string, guard: Guard): D1PreparedStatement[] {
  return [
    endSessions(world, accountId, guard),
    forgetDevices(world, accountId, guard),
    endSignIns(world, accountId, guard),
  ];
}

/**
 * Statements that void every reset of the account, those that wait for a code and one that waits to be ready, while
 * `guard` holds.
 */
export function voidResets(world: World, accountId: string, guard: Guard): D1PreparedStatement[] {
  return [deleteResetsOf(world.db, accountId, guard), deleteWaiting(world.db, accountId, guard)];
}
